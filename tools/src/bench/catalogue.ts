import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { HEAP_MB } from '../platform/programs.js';
import { startPlatform, type Platform } from '../platform/start-platform.js';
import { assembleCast, stageOf, type Cast } from '../story/cast.js';
import { WITHOUT_LIMITS } from '../story/without-limits.js';
import { askedLine } from './asking.js';
import { askCatalogue } from './catalogue/asking.js';
import { catalogueText, PLACES_OF_ITEM } from './catalogue/file.js';
import { namedItems } from './catalogue/names.js';
import { LISTS, SEARCHES } from './catalogue/queries.js';
import { takeCatalogue, type Taking } from './catalogue/taking.js';
import { goalLine, isMet, type Goal } from './goals.js';
import { benchFolder } from './machine/bench-folder.js';
import { machineFacts } from './machine/machine-facts.js';
import type { Spread } from './statistics.js';

const IMPORT_WITHIN_S = 60;
const P95_WITHIN_MS = 50;
const TIMES = 500;
/** A file that is uploaded has twenty MiB at most. */
const ITEMS_OF_FILE = 2_500;

/** Prints what a whole catalogue costs on its way in, and what its searches and lists cost then; whether it is within its goals. */
export async function benchCatalogue(items: number, say: (line: string) => void): Promise<boolean> {
  const dataDir = benchFolder();
  const { processor, cores, fsyncMs, loadBefore } = machineFacts(dataDir);
  say(`${cores} cores, ${processor}, ${fsyncMs.p50} ms a sync; load average ${loadBefore} before`);
  const platform = await startPlatform({ dataDir, environment: WITHOUT_LIMITS, tell: say });
  try {
    const cast = await assembleCast(stageOf(platform));
    const goals = [
      ...(await importGoals(platform, cast, items, say)),
      ...(await askingGoals(cast, items, say)),
      crashGoal(platform),
    ];
    say(`Goals (load average ${loadNow()} at the end, this benchmark included)`);
    goals.map(goalLine).forEach(say);
    return goals.every(isMet);
  } finally {
    await platform.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function importGoals(
  { services }: Platform,
  { administrator, operations }: Cast,
  items: number,
  say: (line: string) => void,
): Promise<readonly Goal[]> {
  const named = namedItems(items);
  const files = partsOf(named).map((part) => Buffer.from([...catalogueText(part)].join('')));
  const last = named.at(-1);
  if (last === undefined) throw new TypeError('a catalogue has items');
  const sizes = files.map(({ length }) => mebibytes(length)).join(' and ');
  say(`${items} items, each at ${PLACES_OF_ITEM} places on four levels: files of ${sizes} MiB`);
  const taking = await takeCatalogue({
    administrator,
    operations,
    pid: services.get('intake-centre')?.pid,
    files,
    last: { text: last.name, code: last.code },
  });
  takingLines(taking).forEach(say);
  const within = { below: IMPORT_WITHIN_S, unit: ' s' };
  return [
    { what: 'import', measured: taking.seconds, ...within },
    { what: 'import until the last neighbour has it', measured: taking.toldSeconds, ...within },
    { what: 'messages parked by a neighbour', measured: taking.parked, below: 1, unit: '' },
    { what: 'questions without an answer', measured: taking.unanswered, below: 1, unit: '' },
  ];
}

async function askingGoals(
  { public: everybody }: Cast,
  items: number,
  say: (line: string) => void,
): Promise<readonly Goal[]> {
  const goals: Goal[] = [];
  for (const [title, kinds] of [
    ['Searches', SEARCHES],
    ['Lists', LISTS],
  ] as const)
    for (const inFlight of [1, 4]) {
      say(
        `${title}, ${inFlight} in flight, half of them about a twentieth of the items (ms; load average ${loadNow()})`,
      );
      const asked = await askCatalogue(everybody, { kinds, items, times: TIMES, inFlight });
      for (const each of asked) say(askedLine(each));
      if (inFlight > 1) continue;
      const measured = asked.at(-1)?.spread.p95 ?? Number.NaN;
      const what = `${title.toLowerCase()}, p95 with one in flight`;
      goals.push({ what, measured, below: P95_WITHIN_MS, unit: ' ms' });
    }
  return goals;
}

const crashGoal = ({ services }: Platform): Goal => ({
  what: `intake ended by itself with a heap of ${HEAP_MB.intake} MiB`,
  measured: services.get('intake-centre')?.crashes ?? Number.NaN,
  below: 1,
  unit: '',
});

function partsOf<Item>(all: readonly Item[]): readonly (readonly Item[])[] {
  const parts: Item[][] = [];
  for (let from = 0; from < all.length; from += ITEMS_OF_FILE)
    parts.push(all.slice(from, from + ITEMS_OF_FILE));
  return parts;
}

function takingLines({ queries, commands, ...taking }: Taking): readonly string[] {
  return [
    `Import: ${taking.items} items and ${taking.implementations} implementations (load average ${loadNow()})`,
    `  uploaded after ${taking.uploadSeconds.toFixed(1)} s, taken after ${taking.seconds.toFixed(1)} s, all of it found by searches after ${taking.searchableSeconds.toFixed(1)} s`,
    `  ${taking.notices} messages to the neighbours, the last of whom had it after ${taking.toldSeconds.toFixed(1)} s; they wrote ${taking.entriesOfNeighbours} entries of their own`,
    `  intake used ${taking.cpuSeconds.toFixed(1)} s of processor time until it was taken`,
    `  intake had ${taking.peakMiB.toFixed(0)} MiB resident at most, with a heap of ${HEAP_MB.intake} MiB`,
    `  meanwhile a query took ${spread(queries)} ms, a command ${spread(commands)} ms; ${taking.unanswered} without an answer`,
  ];
}

const spread = ({ p50, p95, max }: Spread): string =>
  `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, at most ${max.toFixed(1)}`;

const mebibytes = (bytes: number): string => (bytes / (1 << 20)).toFixed(1);
const loadNow = (): string => (loadavg()[0] ?? 0).toFixed(1);
