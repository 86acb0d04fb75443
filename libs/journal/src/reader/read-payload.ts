import type { EventMessage } from '@onewindow/contracts';
import type { Refusal, UnmetRule } from '@onewindow/kernel';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { journalRefusals } from '../refusals.js';
import type { Subscription } from './subscription.js';

/**
 * Reads a message as its contract says. Fields that this version does not know are dropped: a later producer may say more.
 * Throws the refusal `message-not-understood`.
 */
export function readPayload({ contract }: Subscription, { payload }: EventMessage): object {
  const instance = instanceOf(contract.payload, payload);
  const mistakes = validateSync(instance, { whitelist: true, forbidUnknownValues: true });
  if (mistakes.length > 0) throw notUnderstood(mistakes.flatMap((each) => unmet(each, '')));
  return instance;
}

export const unknownContract = ({ name, version }: EventMessage): Refusal =>
  notUnderstood([
    rule(
      'contract-known',
      `没有约定 ${name}.v${version}。`,
      `${name}.v${version} is not heard here.`,
    ),
  ]);

function instanceOf(type: new () => object, text: string): object {
  try {
    const plain: unknown = JSON.parse(text);
    if (typeof plain === 'object' && plain !== null && !Array.isArray(plain)) {
      return plainToInstance(type, plain);
    }
  } catch {
    // Whatever made it unreadable, the sender learns only that it is no such object.
  }
  throw notUnderstood([
    rule('payload-readable', '内容不是 JSON 对象。', 'The payload is no JSON object.'),
  ]);
}

function unmet({ property, constraints, children }: ValidationError, above: string): UnmetRule[] {
  const path = above === '' ? property : `${above}.${property}`;
  return [
    ...Object.entries(constraints ?? {}).map(([name, text]) => ({
      ...rule(name, `“${path}”不符合约定。`, `${path}: ${text}.`),
      path,
    })),
    ...(children ?? []).flatMap((child) => unmet(child, path)),
  ];
}

const rule = (name: string, zh: string, en: string): UnmetRule => ({
  rule: name,
  message: { zh, en },
});

const notUnderstood = (rules: readonly UnmetRule[]): Refusal =>
  journalRefusals.refuse('message-not-understood', rules);
