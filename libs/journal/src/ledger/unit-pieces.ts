import { encodeUnit, type EncodedUnit, type Gathered } from './encoded-unit.js';
import type { GroupCommit, Outcome } from './group-commit.js';
import type { WrittenAggregate } from './journal-entries.js';
import type { Committed } from './ledger-options.js';
import type { Marks } from './marks.js';
import { keyOf } from './state-cache.js';
import type { Touched } from './unit-of-work.js';

/** The commit function compares each row of a statement with each other: more rows go in several statements. */
export const MOST_ROWS_AT_ONCE = 500;
/** A piece is held several times on its way, as text and as bytes: large rows go in smaller pieces. */
const MOST_CHARACTERS_AT_ONCE = 500_000;

/**
 * A large unit in pieces, in the order in which rows are locked. What settles it, its marks and its reference data, is in
 * the first piece: who comes too late learns it before much is written.
 */
export function* unitPieces(
  unit: Gathered,
  marks: Marks,
  written: (changed: readonly Touched[]) => readonly WrittenAggregate[],
): Generator<EncodedUnit> {
  const touched = unit.touched.toSorted((one, other) => (lockKey(one) < lockKey(other) ? -1 : 1));
  const deadlines = Map.groupBy(unit.deadlines, ({ aggregate, id }) => keyOf(aggregate, id));
  const known = new Set(touched.map(({ kind, id }) => keyOf(kind, id)));
  const others = unit.deadlines.filter(({ aggregate, id }) => !known.has(keyOf(aggregate, id)));
  let isFirst = true;
  for (const { part, made } of sized(touched, written)) {
    const own = part.flatMap(({ kind, id }) => deadlines.get(keyOf(kind, id)) ?? []);
    const piece = {
      touched: part,
      deadlines: isFirst ? [...others, ...own] : own,
      references: isFirst ? unit.references : [],
    };
    yield encodeUnit(piece, made, isFirst ? marks : {});
    isFirst = false;
  }
}

interface Part {
  readonly part: readonly Touched[];
  readonly made: readonly WrittenAggregate[];
}

function* sized(
  touched: readonly Touched[],
  written: (changed: readonly Touched[]) => readonly WrittenAggregate[],
): Generator<Part> {
  let [part, made, characters]: [Touched[], WrittenAggregate[], number] = [[], [], 0];
  for (const row of touched) {
    const texts = row.saved.length > 0 ? written([row]) : [];
    part.push(row);
    made.push(...texts);
    characters += charactersOf(texts);
    if (part.length < MOST_ROWS_AT_ONCE && characters < MOST_CHARACTERS_AT_ONCE) continue;
    yield { part, made };
    [part, made, characters] = [[], [], 0];
  }
  if (part.length > 0) yield { part, made };
}

const charactersOf = (written: readonly WrittenAggregate[]): number =>
  written.reduce(
    (sum, { after, entries }) =>
      sum +
      after.text.length +
      entries.reduce((length, { payloadText }) => length + payloadText.length, 0),
    0,
  );

/** Sends the pieces, and notes what has to be told once they are committed. */
export async function sendPieces(
  group: Pick<GroupCommit, 'together'>,
  pieces: Iterable<EncodedUnit>,
): Promise<{ readonly settled: Outcome; readonly told: Omit<Committed, 'references'> }> {
  const correlations = new Set<string>();
  let [published, armed] = [false, false];
  function* noted(): Generator<EncodedUnit> {
    for (const piece of pieces) {
      for (const each of piece.correlations) correlations.add(each);
      published ||= piece.published;
      armed ||= piece.armed;
      yield piece;
    }
  }
  const settled = await group.together(noted());
  return { settled, told: { correlations: [...correlations], published, armed } };
}

const lockKey = ({ kind, id }: Touched): string => `${kind}\u0000${id}`;
