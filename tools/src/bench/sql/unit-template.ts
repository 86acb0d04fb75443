import { RECEIPTS, type CommitUnit } from './commit-units.js';

/** Stands for twelve digits that rise with every case of a run: what ids end in. */
export const SERIAL = '\ue000';
/** Stands for seven such digits, in place of the six that numbers end in: longer numbers would cost the search index more. */
export const NUMBER = '\ue002';
/** Stands for twelve digits drawn at random: what the callers' keys end in. */
export const CHANCE = '\ue001';

/** A unit of work of one recorded case with marks in place of all that has to be new in every other case. */
export interface UnitTemplate {
  readonly rows: readonly {
    readonly kind: string;
    readonly id: string;
    readonly expected: number | null;
  }[];
  readonly updates: Readonly<Record<string, readonly string[]>>;
  readonly inserts: Readonly<Record<string, readonly string[]>>;
  readonly lists: Readonly<Record<number, readonly string[]>>;
}

const UUID = /\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-)[0-9a-f]{12}\b/g;

/**
 * Puts marks into a unit. Every UUID is new in every case, and so are the given numbers (of the case, the application), which
 * end in six digits, and whatever contains them. Positions of messages are made of the case and their place in it. Throws when
 * a row would be written again and again.
 */
export function templateOf(unit: CommitUnit, numbers: readonly string[]): UnitTemplate {
  const inDescendingLength = [...numbers].sort((a, b) => b.length - a.length);
  const anew = (text: string) =>
    inDescendingLength
      .reduce((sofar, number) => sofar.replaceAll(number, `${number.slice(0, -6)}${NUMBER}`), text)
      .replace(UUID, `$1${SERIAL}`);
  const texts = (elements: readonly object[]) =>
    elements.map((each) => placedPosition(anew(JSON.stringify(each))));
  const written = (writes: CommitUnit['updates']) =>
    Object.fromEntries(Object.entries(writes).map(([kind, each]) => [kind, texts(each)]));
  const template = {
    rows: unit.rows.map((row) => ({ ...row, id: anew(row.id) })),
    updates: written(unit.updates),
    inserts: written(unit.inserts),
    lists: Object.fromEntries(
      Object.entries(unit.lists).map(([at, elements]) => [
        at,
        Number(at) === RECEIPTS ? texts(elements).map(drawnKey) : texts(elements),
      ]),
    ),
  };
  requireFresh(unit, anew);
  return template;
}

/** Two messages of one producer in one case differ in the last two digits of their positions. */
const placedPosition = (text: string): string =>
  text.replace(
    /("position":)(\d+)/,
    (_, name: string, position: string) =>
      `${name}${SERIAL}${String(Number(position) % 100).padStart(2, '0')}`,
  );

/** Whatever form the keys of callers have, they end in twelve signs that nobody has to read. */
const drawnKey = (text: string): string => text.replace(/("key":"[^"]*)[^"]{12}"/, `$1${CHANCE}"`);

function requireFresh(unit: CommitUnit, anew: (text: string) => string): void {
  for (const writes of [unit.updates, unit.inserts]) {
    for (const [kind, elements] of Object.entries(writes)) {
      for (const { id } of elements as { id: string }[]) {
        if (anew(id) === id) throw new Error(`every case writes ${kind} ${id}`);
      }
    }
  }
}
