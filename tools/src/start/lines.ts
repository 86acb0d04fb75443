import type { Refusal } from '@onewindow/kernel';
import type { SignIn } from '../platform/accounts.js';
import { VARIABLES } from './settings.js';

/** Who can sign in to the demonstration city, with what. */
export function accountLines(accounts: readonly SignIn[]): string[] {
  const longest = Math.max(...accounts.map(({ id }) => id.length));
  return [
    'Demonstration accounts (name · password · who):',
    ...accounts.map(
      ({ id, password, name, roles, department, organisationName }) =>
        `  ${id.padEnd(longest)}  ${password}  ${name} · ${roles.join(', ')} · ${organisationName ?? department ?? ''}`,
    ),
  ];
}

/** A refusal for a terminal: in both languages, with every unmet requirement. */
export const refusalLines = ({ messages, unmet }: Refusal): string[] => [
  messages.en,
  messages.zh,
  ...unmet.flatMap(({ message }) =>
    message.en === message.zh ? [`- ${message.en}`] : [`- ${message.en}`, `  ${message.zh}`],
  ),
];

/** What `npm start` can be told, for `npm start -- --help`. */
export const settingLines = (): string[] => [
  'npm start: the whole platform on this machine. Environment variables:',
  ...VARIABLES.map(
    ({ name, meaning, without }) => `  ${name.padEnd(15)} ${meaning} (without it: ${without})`,
  ),
];
