import { randomBytes } from 'node:crypto';
import { SORTED_BY_CODE_POINT } from '@onewindow/local-servers';
import pg from 'pg';
import { fromSetUp, SPEC_POSTGRES_URL } from './spec-servers.js';

export interface SpecDatabase {
  readonly name: string;
  /** Connection URL of the role that owns the database: it may create anything in it, and no roles. */
  readonly url: string;
  /** The same database as the superuser, for specs that make runtime roles or tamper with rows. */
  readonly superuserUrl: string;
  /** Ends all sessions and removes the database, its owner and the roles that were named after it. */
  drop(): Promise<void>;
}

/** A fresh, empty PostgreSQL database with an owner of its own on the specs' server. */
export async function aDatabase(): Promise<SpecDatabase> {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  const server = fromSetUp(SPEC_POSTGRES_URL);
  await asSuperuser(server, [
    `create role ${name} login password '${name}'`,
    `create database ${name} owner ${name} ${SORTED_BY_CODE_POINT}`,
    `revoke all on database ${name} from public`,
  ]);
  const url = new URL(server);
  url.pathname = name;
  const superuserUrl = url.href;
  url.username = name;
  url.password = name;
  return { name, url: url.href, superuserUrl, drop: () => drop(server, name) };
}

async function drop(server: string, name: string): Promise<void> {
  await asSuperuser(server, [`drop database if exists ${name} with (force)`]);
  const client = new pg.Client(server);
  await client.connect();
  try {
    const { rows } = await client.query<{ rolname: string }>(
      'select rolname from pg_roles where starts_with(rolname, $1)',
      [name],
    );
    for (const { rolname } of rows) await client.query(`drop role ${pg.escapeIdentifier(rolname)}`);
  } finally {
    await client.end();
  }
}

async function asSuperuser(server: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
