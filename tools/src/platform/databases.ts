import { randomBytes } from 'node:crypto';
import type { ParticipantToken } from '@onewindow/contracts';
import { SORTED_BY_CODE_POINT } from '@onewindow/local-servers';
import pg from 'pg';
import { secretIn, type DataFolder } from './data-folder.js';
import { platformRefusals } from './refusals.js';

/** How one service reaches its own database; the passwords lie in files. */
export interface ServiceDatabase {
  readonly url: string;
  readonly passwordFile: string;
  readonly ownerUrl: string;
  readonly ownerPasswordFile: string;
}

/** Where the passwords of the participants' roles lie. */
export type Secrets = Pick<DataFolder, 'secret'>;

const PREFIX = 'onewindow';

/**
 * Makes a database for each participant, with a role that owns the tables and a runtime role that may only do what
 * the migrations grant it. What is there already stays; passwords are set again, so a lost secrets folder heals.
 */
export async function makeDatabases(
  administratorUrl: string,
  tokens: readonly ParticipantToken[],
  folder: Secrets,
): Promise<ReadonlyMap<ParticipantToken, ServiceDatabase>> {
  const client = new pg.Client({ connectionString: administratorUrl });
  try {
    await client.connect();
    const known = await knownNames(client);
    const made = new Map<ParticipantToken, ServiceDatabase>();
    for (const token of tokens) {
      const database = databaseOf(token, administratorUrl, folder);
      for (const statement of statementsFor(database, known)) await client.query(statement);
      made.set(token, database);
    }
    return made;
  } catch (error) {
    const { message } = error as Error;
    throw platformRefusals.refuse('database-not-usable', [
      { rule: 'database-usable', path: 'DATABASE_URL', message: { zh: message, en: message } },
    ]);
  } finally {
    await client.end();
  }
}

/** Where a participant's database is on a server, and the files of its passwords. */
export function databaseOf(
  token: ParticipantToken,
  administratorUrl: string,
  folder: Secrets,
): ServiceDatabase {
  const name = `${PREFIX}_${token.replaceAll('-', '_')}`;
  return {
    url: urlFor(administratorUrl, name, name),
    passwordFile: folder.secret(token, 'database.password'),
    ownerUrl: urlFor(administratorUrl, name, `${name}_owner`),
    ownerPasswordFile: folder.secret(token, 'database-owner.password'),
  };
}

/** Makes the passwords of a participant's two roles where they are missing, without a server. */
export function makeDatabasePasswords({ passwordFile, ownerPasswordFile }: ServiceDatabase): void {
  for (const file of [passwordFile, ownerPasswordFile]) secretIn(file, newPassword);
}

/** Written so that a run that was cut off in the middle is completed by the next. */
function statementsFor(database: ServiceDatabase, known: ReadonlySet<string>): string[] {
  const name = new URL(database.url).username;
  const owner = new URL(database.ownerUrl).username;
  const role = (role: string, passwordFile: string) =>
    `${known.has(role) ? 'alter' : 'create'} role ${role} login password ` +
    pg.escapeLiteral(secretIn(passwordFile, newPassword));
  return [
    role(owner, database.ownerPasswordFile),
    role(name, database.passwordFile),
    `grant ${owner} to current_user`,
    ...(known.has(`database ${name}`)
      ? []
      : [`create database ${name} owner ${owner} ${SORTED_BY_CODE_POINT}`]),
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to ${name}`,
  ];
}

/** A role has its plain name in the answer, a database the word before it. */
async function knownNames(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select rolname as name from pg_roles union all select 'database ' || datname from pg_database`,
  );
  return new Set(rows.map((row) => row.name));
}

function urlFor(administratorUrl: string, database: string, role: string): string {
  const url = new URL(administratorUrl);
  url.pathname = database;
  url.username = role;
  url.password = '';
  return url.href;
}

export const newPassword = (): string => randomBytes(24).toString('base64url');
