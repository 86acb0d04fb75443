import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hash } from '@node-rs/argon2';
import { tokenOf, type Topology } from '@onewindow/contracts';
import { Refusal } from '@onewindow/kernel';
import { configuredOrExit, environment, readSettings } from '@onewindow/service/process';
import { deploymentSettings } from '../deployment/deployment-settings.js';
import { HandOut } from '../deployment/hand-out.js';
import { changeAccounts, storedAccounts, type StoredAccount } from '../platform/account-file.js';
import { newPassword } from '../platform/accounts.js';
import { openDataFolder } from '../platform/data-folder.js';
import { refusalLines } from '../start/lines.js';
import { withAccount, withoutAccount, withPassword } from './change-account.js';

const USAGE = `The local accounts of a deployment:
  list
  add --id=NAME --name=PERSON --roles=ROLE[,ROLE] [--department=CODE] [--region=CODE]
      [--organisation=CREDIT-CODE --organisation-name=NAME]
  password --id=NAME        draws a new one
  remove --id=NAME
A password is drawn and shown once. A gateway knows of a change when it is started again.`;

const text = { type: 'string' } as const;
const optionTable = {
  id: text,
  name: text,
  roles: text,
  region: text,
  department: text,
  organisation: text,
  'organisation-name': text,
} as const;
type Options = Partial<Record<keyof typeof optionTable, string>>;

const { keep, handOut, owner } = configuredOrExit(() =>
  readSettings(environment(), deploymentSettings),
);
const folder = openDataFolder(keep);
const topology = JSON.parse(readFileSync(folder.topology, 'utf8')) as Topology;
const tell = (line: string) => {
  console.log(line);
};

const commands: Readonly<Record<string, (options: Options) => Promise<void>>> = {
  list: () => Promise.resolve(storedAccounts(folder.accounts).map(lineOf).forEach(tell)),
  add: async ({ id = '', name = '', roles = '', region = topology.region, ...rest }) => {
    const { department, organisation, 'organisation-name': organisationName } = rest;
    const asked = { id, name, roles, region, department, organisation, organisationName };
    const [password, passwordHash] = await drawn();
    await change((accounts) => withAccount(accounts, asked, passwordHash));
    tell(`${id}  ${password}`);
  },
  password: async ({ id = '' }) => {
    const [password, passwordHash] = await drawn();
    await change((accounts) => withPassword(accounts, id, passwordHash));
    tell(`${id}  ${password}`);
  },
  remove: ({ id = '' }) => change((accounts) => withoutAccount(accounts, id)),
};

async function drawn(): Promise<readonly [password: string, hash: string]> {
  const password = newPassword();
  return [password, await hash(password)];
}

/** The gateways of the topology are given the new file. */
async function change(
  to: (accounts: readonly StoredAccount[]) => readonly StoredAccount[],
): Promise<void> {
  await changeAccounts(folder.accounts, (accounts) => Promise.resolve(to(accounts)));
  const given = new HandOut(handOut, owner);
  for (const gateway of topology.participants.filter(({ service }) => service === 'gateway'))
    given.copy(tokenOf(gateway), folder.accounts);
}

function lineOf({ id, name, roles, department, organisationName, demonstration }: StoredAccount) {
  const columns = [id, name, roles.join(','), organisationName ?? department ?? ''];
  return [...columns, demonstration === true ? 'demonstration' : ''].join('  ').trimEnd();
}

try {
  const { values, positionals } = parseArgs({ options: optionTable, allowPositionals: true });
  const [name = '', ...more] = positionals;
  const command = Object.hasOwn(commands, name) && more.length === 0 ? commands[name] : undefined;
  if (command === undefined) throw new TypeError(USAGE);
  await command(values);
} catch (error) {
  if (error instanceof Refusal) refusalLines(error).forEach((line) => console.error(line));
  else console.error(error instanceof TypeError ? error.message : error);
  process.exitCode = 1;
}
