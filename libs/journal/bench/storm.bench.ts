import { instantOf, type Clock } from '@onewindow/kernel';
import { DeadlineRunner, Ledger, onDeadline, verifyJournal } from '../src/index.js';
import { acting, aBenchCity, FILING, filed, filingStore, moved, topology } from './bench-city.js';

const DUE = Number(process.env['OW_BENCH_DEADLINES'] ?? 100_000);
const DUE_AT = instantOf('2026-12-01T16:00:00Z');

/** All deadlines of a day end at the same instant: how long until the last is recorded? */
const city = await aBenchCity(8);
try {
  let now = instantOf('2026-11-30T00:00:00Z');
  await arm(aLedger(() => now));
  // Another process: nothing is warm.
  const ledger = aLedger(() => now);
  const policy = onDeadline(FILING, 'answer', (id) =>
    ledger.transact(async (changes) =>
      changes.save(FILING, id, moved(await changes.load(FILING, id))),
    ),
  );
  const runner = new DeadlineRunner({
    ledger,
    pool: city.pool,
    handlers: [policy],
    now: () => now,
    onError: (error) => console.error(error),
  });
  runner.start();
  const cpu = process.cpuUsage();
  const server = city.cpuMs();
  const began = performance.now();
  now = DUE_AT;
  runner.wake();
  while (!(await runner.isQuiet())) await new Promise((resolve) => setTimeout(resolve, 100));
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  await runner.stop();
  console.log(
    `${DUE} deadlines due at once: ${seconds.toFixed(1)} s, ${Math.round(DUE / seconds)} a second, ` +
      `CPU each ${((user + system) / 1_000 / DUE).toFixed(3)} ms of Node and ${((city.cpuMs() - server) / DUE).toFixed(3)} ms of PostgreSQL`,
  );
  const { entries, faults } = await verifyJournal(city.pool);
  console.log(`${entries} entries, ${faults.length} faults`);
} finally {
  await city.close();
}

function aLedger(now: Clock): Ledger {
  const { pool } = city;
  return new Ledger({ pool, stores: [filingStore], topology, self: 'intake-centre', now });
}

async function arm(ledger: Ledger): Promise<void> {
  const worker = async (from: number, step: number) => {
    for (let number = from; number < DUE; number += step) {
      const id = `filing-${number}`;
      await acting('bench', () =>
        ledger.transact(async (changes) => {
          changes.create(FILING, id, filed(id));
          changes.arm(FILING, id, { kind: 'answer', dueAt: DUE_AT });
        }),
      );
    }
  };
  await Promise.all(Array.from({ length: 128 }, (_, number) => worker(number, 128)));
}
