import type { Message, Person } from '@onewindow/kernel';
import { ROLES } from '@onewindow/kernel';
import { NotUsable, type Parse } from '@onewindow/service/process';
import type { LocalAccount } from './local-accounts.js';

type Fields = Readonly<Record<string, unknown>>;

/** Reads the file of local accounts; throws with everything that is wrong in it. */
export const accountsFrom: Parse<readonly LocalAccount[]> = (text) => {
  const found = JSON.parse(text) as { readonly accounts?: unknown } | null;
  if (!Array.isArray(found?.accounts)) throw new NotUsable(NO_LIST);
  const entries = found.accounts.map((each: unknown) => (each ?? {}) as Fields);
  const mistakes = [
    ...entries.flatMap((each, index) => faultsOf(each, index)),
    ...twice(entries.map(({ id }) => id)),
  ];
  if (mistakes.length > 0) throw new NotUsable(...mistakes);
  return entries.map(accountFrom);
};

const REQUIRED = {
  id: (value: unknown) => isText(value, 100),
  name: (value: unknown) => isText(value, 100),
  region: (value: unknown) => typeof value === 'string' && /^\d{6}$/.test(value),
  roles: (value: unknown) =>
    Array.isArray(value) && value.every((role) => (ROLES as readonly unknown[]).includes(role)),
  passwordHash: (value: unknown) => typeof value === 'string' && value.startsWith('$argon2id$'),
} as const;

const OPTIONAL = ['department', 'organisation', 'organisationName'] as const;

function faultsOf(entry: Fields, index: number): readonly Message[] {
  const wrong = [
    ...Object.entries(REQUIRED).flatMap(([name, holds]) => (holds(entry[name]) ? [] : [name])),
    ...OPTIONAL.filter((name) => entry[name] !== undefined && !isText(entry[name], 200)),
  ];
  return wrong.map((name) => ({
    zh: `accounts.${index}.${name} 缺失或不可用。`,
    en: `accounts.${index}.${name} is missing or not usable.`,
  }));
}

function accountFrom(entry: Fields): LocalAccount {
  const { id, name, roles, region, passwordHash } = entry;
  const rest = OPTIONAL.flatMap((each) => (entry[each] === undefined ? [] : [[each, entry[each]]]));
  const person = { kind: 'person', id, name, roles, region, ...Object.fromEntries(rest) } as Person;
  const ofDemonstration = entry['demonstration'] === true;
  return {
    person,
    passwordHash: passwordHash as string,
    ...(ofDemonstration && { demonstration: true as const }),
  };
}

function twice(ids: readonly unknown[]): readonly Message[] {
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => ({
    zh: `账号 ${String(id)} 出现不止一次。`,
    en: `the account ${String(id)} is listed more than once.`,
  }));
}

const isText = (value: unknown, max: number): boolean =>
  typeof value === 'string' && value !== '' && value.length <= max;

const NO_LIST: Message = { zh: '应为 {"accounts": [...]}。', en: 'must be {"accounts": [...]}.' };
