import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.js';
import { createPostgres, type PostgresServer } from './postgres.js';
import { isRunning } from './processes.js';

describe('An embedded PostgreSQL', () => {
  let folder: string;
  const servers: PostgresServer[] = [];
  // Making a cluster is slow, and every spec but the last goes on with what the one before has left.
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'onewindow-postgres-'))));
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop('immediate');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  async function aServer(name = 'postgres'): Promise<PostgresServer> {
    const server = createPostgres({ folder: join(folder, name), port: await freePort() });
    servers.push(server);
    return server;
  }

  async function ask<Row extends pg.QueryResultRow>(
    server: PostgresServer,
    sql: string,
  ): Promise<Row[]> {
    const client = new pg.Client(server.superuserUrl());
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  it('is durable, keeps what it has over a crash, and starts in a folder that is closed to others', async () => {
    expect(statSync(folder).mode & 0o077).toBe(0);
    const server = await aServer();
    await server.start();
    expect(await ask(server, 'show fsync')).toEqual([{ fsync: 'on' }]);
    await ask(server, 'create table fact as select 1 as id');

    await server.restart('immediate');

    expect(await ask(server, 'select id from fact')).toEqual([{ id: 1 }]);
  });

  it('says when it ends although nobody stopped it', async () => {
    const server = await aServer();
    const ended = new Promise<void>((resolve) => {
      server.onUnexpectedEnd(resolve);
    });
    await server.start();

    process.kill(Number(server.pid), 'SIGQUIT');

    await ended;
    expect(server.pid).toBeUndefined();
  });

  it('shuts down a server that a dead owner left behind in the folder', async () => {
    const left = await aServer();
    await left.start();
    const pid = Number(left.pid);
    const next = await aServer();

    await next.start();

    expect(isRunning(pid)).toBe(false);
    expect(await ask(next, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is not held up by a pid file whose number belongs to another program', async () => {
    const server = await aServer();
    await server.start();
    await server.stop();
    writeFileSync(join(folder, 'postgres', 'data', 'postmaster.pid'), `${process.pid}\n`);

    await server.start();

    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('makes the cluster anew when the first start was cut off', async () => {
    mkdirSync(join(folder, 'cut-off', 'data', 'base'), { recursive: true });
    const server = await aServer('cut-off');

    await server.start();

    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});
