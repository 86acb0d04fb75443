import { connect } from '@nats-io/transport-node';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import pg from 'pg';
import { aDatabase, aNatsServer, eventually } from './index.js';

describe('A database for a spec', () => {
  it('is empty, belongs to its owner and is gone after drop', async () => {
    const database = await aDatabase();
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query('create table fact (id int primary key)');
    const { rows } = await client.query('select current_user as role, version() as version');
    await client.end();

    expect(rows).toEqual([
      { role: database.name, version: expect.stringContaining('PostgreSQL 18') as string },
    ]);
    await database.drop();
    const again = new pg.Client(database.url);
    again.on('error', () => undefined);
    await expect(again.connect()).rejects.toThrow();
  });

  it('is another one each time', async () => {
    const [one, other] = await Promise.all([aDatabase(), aDatabase()]);

    expect(one.name).not.toBe(other.name);
    await Promise.all([one.drop(), other.drop()]);
  });
});

describe('A nats-server for a spec', () => {
  it('keeps its streams over kill and restart, and loses them with its store', async () => {
    const server = await aNatsServer();
    try {
      await publishOne(server.url);
      await server.kill();
      expect(server.pid).toBeUndefined();
      await server.start();
      expect(await messagesIn(server.url)).toBe(1);

      await server.pause();
      server.wipeStore();
      await server.start();
      await expect(messagesIn(server.url)).rejects.toThrow('stream not found');
    } finally {
      await server.stop();
    }
  });

  it('goes back to an older copy of its store', async () => {
    const server = await aNatsServer();
    try {
      await server.pause();
      server.copyStore(`${server.storeDir}-copy`);
      await server.start();
      await publishOne(server.url);
      await server.pause();
      server.restoreStore(`${server.storeDir}-copy`);
      await server.start();

      await expect(messagesIn(server.url)).rejects.toThrow('stream not found');
    } finally {
      await server.stop();
    }
  });

  it('takes the given configuration', async () => {
    const server = await aNatsServer({
      config: 'accounts { A { jetstream: enabled, users: [ { user: a, password: secret } ] } }',
    });
    try {
      await expect(connect({ servers: server.url })).rejects.toThrow(/authorization/i);
      const client = await connect({ servers: server.url, user: 'a', pass: 'secret' });
      await client.close();
    } finally {
      await server.stop();
    }
  });
});

describe('eventually', () => {
  it('returns what the check returns once it holds', async () => {
    let looks = 0;

    expect(await eventually(() => ++looks >= 3 && 'there')).toBe('there');
  });

  it('fails with the last error of a check that never holds', async () => {
    const check = () => {
      throw new Error('still wrong');
    };

    await expect(eventually(check, { withinMs: 50 })).rejects.toThrow('still wrong');
  });
});

async function publishOne(url: string): Promise<void> {
  const client = await connect({ servers: url });
  const manager = await jetstreamManager(client);
  await manager.streams.add({ name: 'FACTS', subjects: ['fact.>'] });
  await jetstream(client).publish('fact.one', 'x');
  await client.close();
}

async function messagesIn(url: string): Promise<number> {
  const client = await connect({ servers: url });
  try {
    const { state } = await (await jetstreamManager(client)).streams.info('FACTS');
    return state.messages;
  } finally {
    await client.close();
  }
}
