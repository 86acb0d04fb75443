import { randomUUID } from 'node:crypto';
import { instantOf } from '@onewindow/kernel';
import { Ledger } from '../src/index.js';
import type { Pool } from 'pg';
import { acting, aBenchCity, FILING, filed, filingStore, moved, topology } from './bench-city.js';

const FILINGS = 512;
const SECONDS = Number(process.env['OW_BENCH_SECONDS'] ?? 5);
const LOADS = [1, 16, 64];

interface Reading {
  readonly units: number;
  readonly unitsPerSecond: number;
  readonly cpuMsPerUnit: number;
  readonly serverMsPerUnit: number;
  readonly medianMs: number;
  readonly slowestMs: number;
}

/** Keeps `load` pieces of work going for a while; each worker has filings of its own. */
async function drive(load: number, work: (filing: number) => Promise<unknown>): Promise<Reading> {
  const began = performance.now();
  const cpu = process.cpuUsage();
  const server = city.cpuMs();
  const took: number[] = [];
  const worker = async (number: number) => {
    for (let turn = 0; performance.now() - began < SECONDS * 1_000; turn += 1) {
      const from = performance.now();
      await work((number + turn * load) % FILINGS);
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: load }, (_, number) => worker(number)));
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  took.sort((one, other) => one - other);
  return {
    units: took.length,
    unitsPerSecond: Math.round(took.length / seconds),
    cpuMsPerUnit: Number(((user + system) / 1_000 / took.length).toFixed(3)),
    serverMsPerUnit: Number(((city.cpuMs() - server) / took.length).toFixed(3)),
    medianMs: Number((took[took.length >> 1] ?? 0).toFixed(2)),
    slowestMs: Number((took.at(-1) ?? 0).toFixed(1)),
  };
}

interface Statements {
  count: number;
}

/** Counts the statements that the ledger sends, to tell how many units went into one. */
const counting = (pool: Pool, statements: Statements): Pool =>
  Object.create(pool, {
    query: {
      value: (statement: { readonly name?: string }, values?: unknown[]) => {
        if (statement.name === 'journal-commit') statements.count += 1;
        return pool.query(statement as never, values as never);
      },
    },
  }) as Pool;

const aLedger = (pool: Pool): Ledger =>
  new Ledger({
    pool,
    stores: [filingStore],
    topology,
    self: 'intake-centre',
    now: () => instantOf(Date.now()),
  });

const ids = Array.from({ length: FILINGS }, () => randomUUID());
const city = await aBenchCity(20);
try {
  const setUp = aLedger(city.pool);
  await Promise.all(
    ids.map((id) =>
      acting('bench', () =>
        setUp.transact(async (changes) => changes.create(FILING, id, filed(id))),
      ),
    ),
  );
  for (const load of LOADS) {
    await bench(load);
  }
} finally {
  await city.close();
}

async function bench(load: number): Promise<void> {
  const statements: Statements = { count: 0 };
  const ledger = aLedger(counting(city.pool, statements));
  const command = (filing: number) => {
    const id = ids[filing] ?? '';
    const key = randomUUID();
    return acting(`command:bench/${key}`, () =>
      ledger.answer({ caller: 'bench', key, requestHash: key }, () =>
        ledger.transact(async (changes) => {
          const state = await changes.load(FILING, id);
          changes.save(FILING, id, moved(state));
          changes.arm(FILING, id, { kind: 'answer', dueAt: instantOf('2027-01-01T00:00:00Z') });
          return { step: state.step };
        }),
      ),
    );
  };
  print('ledger, grouped', load, await drive(load, command), statements.count);
  await ledger.close();
  const recorded = await record();
  print('bare function, one unit a call', load, await drive(load, recorded), undefined);
}

/** The very calls of the ledger, one unit each, without the ledger: their JSON is made beforehand. */
async function record(): Promise<(filing: number) => Promise<unknown>> {
  const { rows } = await city.pool.query<{ id: string; version: number; state: string }>(
    'select id, version, state::text as state from filing',
  );
  const version = new Map(rows.map((row) => [row.id, row.version]));
  const state = new Map(rows.map((row) => [row.id, row.state]));
  const hash = 'a'.repeat(64);
  return async (filing) => {
    const id = ids[filing] ?? '';
    const expected = version.get(id) ?? 0;
    version.set(id, expected + 1);
    const entry = {
      unit: 0,
      entry_id: randomUUID(),
      aggregate: 'filing',
      aggregate_id: id,
      version: expected + 1,
      name: 'filing-moved',
      event_version: 1,
      cause: 'command:bench',
      correlation: id,
      occurred_at: '2026-02-09T02:12:00.000Z',
      route: null,
      commitment: hash,
      state_hash: hash,
      previous_hash: hash,
      salt: 'a'.repeat(32),
      hash,
      actor: { id: 'intake-centre', kind: 'service' },
      payload: { step: expected, type: 'filing-moved' },
    };
    const row = `{"unit":0,"id":"${id}","version":${expected + 1},"head":"${hash}","state":${state.get(id) ?? '{}'}}`;
    const due = '2027-01-01T00:00:00.000Z';
    const receipt = {
      unit: 0,
      caller: 'bare',
      key: entry.entry_id,
      request_hash: hash,
      answer: {},
    };
    await city.pool.query({
      name: 'bare-commit',
      text: 'select * from journal_commit($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)',
      values: [
        [0],
        ['filing'],
        [id],
        [expected],
        `{"filing":[${row}]}`,
        null,
        JSON.stringify([entry]),
        JSON.stringify([receipt]),
        null,
        null,
        JSON.stringify([{ unit: 0, aggregate: 'filing', id, kind: 'answer', due }]),
        null,
        null,
      ],
    });
  };
}

function print(what: string, load: number, reading: Reading, statements: number | undefined): void {
  const { units, unitsPerSecond, cpuMsPerUnit, serverMsPerUnit, medianMs, slowestMs } = reading;
  const group = statements === undefined ? '' : `, ${(units / statements).toFixed(1)} units a call`;
  console.log(
    `${what.padEnd(30)} ${String(load).padStart(3)} in flight: ${String(unitsPerSecond).padStart(6)} units/s, ` +
      `median ${medianMs} ms, slowest ${slowestMs} ms, CPU a unit ${cpuMsPerUnit} ms of Node and ${serverMsPerUnit} ms of PostgreSQL${group}`,
  );
}
