/** Something that was found, with how well it answers. */
export interface Ranked {
  readonly name: string;
  readonly score: number;
}

/** So many of one family go before others that answer nearly as well. */
const MOST_OF_A_FAMILY = 3;
const NEARLY_AS_WELL = 0.8;
/** Names that begin alike for that much of the longer one: one act on a thing, and the other acts on it. */
const BEGINS_ALIKE = 0.5;

/**
 * The best first, but not five times the same: who types the beginning of a name may mean any item that has it, and the variants of
 * one (approved, filed, registered) would fill the first page. Nothing is left out, and what answers clearly better stays before.
 */
export function varied<Found extends Ranked>(best: readonly Found[]): readonly Found[] {
  const left = best.map((found) => ({ found, siblings: 0 }));
  const shown: Found[] = [];
  for (let first = left[0]; first !== undefined; first = left[0]) {
    const least = first.found.score * NEARLY_AS_WELL;
    const fresh = left.findIndex(
      ({ found, siblings }) => found.score >= least && siblings < MOST_OF_A_FAMILY,
    );
    for (const { found } of left.splice(Math.max(fresh, 0), 1)) {
      shown.push(found);
      for (const each of left) if (isSibling(each.found.name, found.name)) each.siblings += 1;
    }
  }
  return shown;
}

function isSibling(one: string, other: string): boolean {
  let alike = 0;
  while (alike < one.length && one[alike] === other[alike]) alike += 1;
  return alike >= Math.max(one.length, other.length) * BEGINS_ALIKE;
}
