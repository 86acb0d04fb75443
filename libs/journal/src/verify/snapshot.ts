import type { ClientBase, Pool } from 'pg';

/** Looks at one moment of a database, however long that takes; whoever writes meanwhile is not kept. */
export async function inSnapshot<Seen>(
  pool: Pool,
  look: (client: ClientBase) => Promise<Seen>,
): Promise<Seen> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local statement_timeout = 0');
    const seen = await look(client);
    await client.query('commit');
    client.release();
    return seen;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
