import { readPayload as readAsDeclared, type EventMessage } from '@onewindow/contracts';
import type { Refusal, UnmetRule } from '@onewindow/kernel';
import { journalRefusals } from '../refusals.js';
import type { Subscription } from './subscription.js';

/**
 * Reads a message as its contract says. Fields that this version does not know are dropped: a later producer may say more.
 * Throws the refusal `message-not-understood`.
 */
export function readPayload({ contract }: Subscription, { payload }: EventMessage): object {
  const reading = readAsDeclared(contract.payload, parsed(payload), 'strip');
  if (!reading.ok) throw notUnderstood(reading.unmet.map(withPlace));
  return reading.value as object;
}

export const unknownContract = ({ name, version }: EventMessage): Refusal =>
  notUnderstood([
    rule(
      'contract-known',
      `没有约定 ${name}.v${version}。`,
      `${name}.v${version} is not heard here.`,
    ),
  ]);

/** An administrator reads the reason of a parked message as text. */
const withPlace = ({ path = '', message, ...unmet }: UnmetRule): UnmetRule => ({
  ...unmet,
  path,
  message: { zh: `“${path}”：${message.zh}`, en: `${path}: ${message.en}` },
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw notUnderstood([rule('payload-readable', '内容不是 JSON。', 'The payload is no JSON.')]);
  }
}

const rule = (name: string, zh: string, en: string): UnmetRule => ({
  rule: name,
  message: { zh, en },
});

const notUnderstood = (rules: readonly UnmetRule[]): Refusal =>
  journalRefusals.refuse('message-not-understood', rules);
