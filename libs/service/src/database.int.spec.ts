import { createServer, connect, type Server, type Socket } from 'node:net';
import { aDatabase, type SpecDatabase } from '@onewindow/testing';
import { openDatabase } from './database.js';

let database: SpecDatabase;
let proxy: Server;
const ends: Socket[] = [];

/** Stands between the service and its database, and swallows what is sent while it is silent. */
beforeAll(async () => {
  database = await aDatabase();
  const { hostname, port } = new URL(database.url);
  proxy = createServer((near) => {
    const far = connect(Number(port), hostname);
    ends.push(near, far);
    near.pipe(far).pipe(near);
    for (const end of [near, far]) end.on('error', () => undefined);
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
});

afterAll(async () => {
  for (const end of ends) end.destroy();
  proxy.close();
  await database.drop();
});

describe('A database whose answers are lost on the way', () => {
  it('does not keep a statement waiting for ever', async () => {
    const url = new URL(database.url);
    url.port = String((proxy.address() as { port: number }).port);
    const access = { url: url.href, role: '', variable: '', passwordFileVariable: '' };
    const before30s = -29_500;
    const opened = openDatabase({ ...access, passwordInEnvironment: false }, 'spec', [], before30s);
    const { pool } = opened;
    await pool.query('select 1');
    for (const end of ends) end.unpipe();

    await expect(pool.query('select 2')).rejects.toThrow('Query read timeout');
    expect(pool.totalCount).toBe(0);
    await opened.close();
  });
});
