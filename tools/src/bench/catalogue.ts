import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HEAP_MB } from '../platform/programs.js';
import { startPlatform } from '../platform/start-platform.js';
import { assembleCast, stageOf } from '../story/cast.js';
import { WITHOUT_LIMITS } from '../story/without-limits.js';
import { askCatalogue, type Asked } from './catalogue/asking.js';
import { catalogueText, PLACES_OF_ITEM } from './catalogue/file.js';
import { namedItems } from './catalogue/names.js';
import { LISTS, SEARCHES } from './catalogue/queries.js';
import { takeCatalogue, type Taking } from './catalogue/taking.js';
import type { Spread } from './statistics.js';

const GOALS = { importSeconds: 60, p95Ms: 50 };
const TIMES = 500;
/** A file that is uploaded has twenty MiB at most. */
const ITEMS_OF_FILE = 2_500;

/** Prints what a whole catalogue costs on its way in, and what its searches and lists cost then; whether it is within its goals. */
export async function benchCatalogue(items: number, say: (line: string) => void): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
  chmodSync(dataDir, 0o755);
  const platform = await startPlatform({ dataDir, environment: WITHOUT_LIMITS, tell: say });
  try {
    const { administrator, public: everybody } = await assembleCast(stageOf(platform));
    const intake = platform.services.get('intake-centre');
    const named = namedItems(items);
    const files = partsOf(named).map((part) => Buffer.from([...catalogueText(part)].join('')));
    const last = named.at(-1);
    if (last === undefined) throw new TypeError('a catalogue has items');
    const sizes = files.map(({ length }) => mebibytes(length)).join(' and ');
    say(`${items} items, each at ${PLACES_OF_ITEM} places on four levels: files of ${sizes} MiB`);
    const taking = await takeCatalogue({
      administrator,
      pid: intake?.pid,
      files,
      last: { text: last.name, code: last.code },
    });
    takingLines(taking).forEach(say);
    say(`  intake ended by itself: ${intake?.crashes ?? 0} times`);
    let isGood = taking.seconds < GOALS.importSeconds;
    for (const [title, kinds] of [
      ['Searches', SEARCHES],
      ['Lists', LISTS],
    ] as const)
      for (const inFlight of [1, 4]) {
        say(`${title}, ${inFlight} in flight, half of them about a twentieth of the items (ms)`);
        const asked = await askCatalogue(everybody, { kinds, items, times: TIMES, inFlight });
        asked.map(askedLine).forEach(say);
        if (inFlight === 1) isGood &&= (asked.at(-1)?.spread.p95 ?? 0) < GOALS.p95Ms;
      }
    say(
      `Goals: import under ${GOALS.importSeconds} s, p95 under ${GOALS.p95Ms} ms with one in flight: ${isGood ? 'reached' : 'MISSED'}`,
    );
    return isGood;
  } finally {
    await platform.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function partsOf<Item>(all: readonly Item[]): readonly (readonly Item[])[] {
  const parts: Item[][] = [];
  for (let from = 0; from < all.length; from += ITEMS_OF_FILE)
    parts.push(all.slice(from, from + ITEMS_OF_FILE));
  return parts;
}

function takingLines({ queries, commands, ...taking }: Taking): readonly string[] {
  return [
    `Import: ${taking.items} items and ${taking.implementations} implementations`,
    `  uploaded after ${taking.uploadSeconds.toFixed(1)} s, taken after ${taking.seconds.toFixed(1)} s, all of it found by searches after ${taking.searchableSeconds.toFixed(1)} s`,
    `  intake used ${taking.cpuSeconds.toFixed(1)} s of processor time until then`,
    `  intake had ${taking.peakMiB.toFixed(0)} MiB resident at most, with a heap of ${HEAP_MB.intake} MiB`,
    `  meanwhile a query took ${spread(queries)} ms, a command ${spread(commands)} ms`,
  ];
}

const askedLine = ({ name, spread: { count, p50, p95, p99, max } }: Asked): string =>
  `  ${name.padEnd(28)} ${String(count).padStart(5)}   p50 ${ms(p50)}   p95 ${ms(p95)}   p99 ${ms(p99)}   most ${ms(max)}`;

const spread = ({ p50, p95, max }: Spread): string =>
  `p50 ${ms(p50).trim()}, p95 ${ms(p95).trim()}, at most ${ms(max).trim()}`;

const ms = (value: number): string => value.toFixed(1).padStart(6);
const mebibytes = (bytes: number): string => (bytes / (1 << 20)).toFixed(1);
