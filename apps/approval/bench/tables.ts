import type { Client } from 'pg';

const LOADED = [
  'case',
  'listed_case',
  'searched_case',
  'track',
  'licence',
  'journal',
  'task',
  'deadline',
];

/** Loads without the indexes that are no constraints, and makes them again afterwards: together that is much less work. */
export async function withoutIndexes(
  client: Client,
  say: (what: string) => void,
  load: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relname = any($1) and c.relnamespace = 'public'::regnamespace and not i.indisunique
    order by 1`,
    [LOADED.filter((each) => each !== 'task' && each !== 'deadline')],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await load();
  await client.query(`set maintenance_work_mem = '1GB'`);
  await client.query('set max_parallel_maintenance_workers = 2');
  for (const { name, definition } of rows) {
    await client.query(definition);
    say(`index ${name}`);
  }
  for (const table of LOADED)
    await client.query(`vacuum (analyze) ${client.escapeIdentifier(table)}`);
  await client.query('checkpoint');
  say('vacuum, analyze, checkpoint');
}
