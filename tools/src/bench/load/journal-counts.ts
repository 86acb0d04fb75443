import { setTimeout as pause } from 'node:timers/promises';
import type { JournalFigures } from '@onewindow/contracts';
import { nameOf, type Operations } from '../../story/operations.js';

type Figures = Readonly<
  Pick<JournalFigures, 'journal' | 'published' | 'consumed' | 'parked' | 'backlog'>
>;

/** The figures of every journal at one moment. */
export interface JournalCounts {
  /** On the clock of `performance.now()`. */
  readonly at: number;
  readonly ofService: Readonly<Record<string, Figures>>;
}

/** What was written, relayed and consumed between two moments. */
export interface JournalGrowth {
  readonly seconds: number;
  readonly ofService: Readonly<Record<string, Omit<Figures, 'backlog'>>>;
}

export async function journalCounts(operations: Operations): Promise<JournalCounts> {
  const { keepers, topology } = operations;
  const entries = await Promise.all(
    keepers.map(async (each) => [nameOf(each, topology), await operations.figures(each)] as const),
  );
  return { at: performance.now(), ofService: Object.fromEntries(entries) };
}

export function growthBetween(before: JournalCounts, after: JournalCounts): JournalGrowth {
  const entries = Object.entries(after.ofService).map(([name, figures]) => {
    const from = before.ofService[name];
    const more = (of: keyof Figures) => figures[of] - (from?.[of] ?? 0);
    return [
      name,
      {
        journal: more('journal'),
        published: more('published'),
        consumed: more('consumed'),
        parked: more('parked'),
      },
    ] as const;
  });
  return { seconds: (after.at - before.at) / 1000, ofService: Object.fromEntries(entries) };
}

export const totalOf = <Name extends string>(
  of: Name,
  { ofService }: { readonly ofService: Readonly<Record<string, Readonly<Record<Name, number>>>> },
): number => Object.values(ofService).reduce((sum, each) => sum + each[of], 0);

const QUIET_WITHIN_MS = 120_000;

/** Waits until nothing is on its way; one look is not enough, services are asked one beside the other. */
export async function untilQuiet(operations: Operations, signal: AbortSignal): Promise<void> {
  const began = performance.now();
  let seenBefore: number | undefined;
  for (;;) {
    signal.throwIfAborted();
    const counts = await journalCounts(operations);
    const backlog = totalOf('backlog', counts);
    const entries = totalOf('journal', counts);
    if (backlog === 0 && entries === seenBefore) return;
    seenBefore = backlog === 0 ? entries : undefined;
    if (performance.now() - began > QUIET_WITHIN_MS) {
      throw new Error(`the backlog still is ${backlog} after ${QUIET_WITHIN_MS / 1000} s`);
    }
    await pause(25);
  }
}
