import { faultAt, when, type DrawFault } from './faults.js';
import { byCreditCode, hashList, type DrawEntry, type FrozenList } from './list.js';
import type { DrawNotice } from './notice.js';

interface ListOfDraw {
  readonly notice: DrawNotice;
  readonly list: FrozenList;
}

/** What is wrong with the frozen list of a draw. */
export function faultsOfList({ notice, list }: ListOfDraw): DrawFault[] {
  const { frozenAt, entries, excluded } = list;
  const listed = new Set(entries.map(({ creditCode }) => creditCode));
  return [
    ...when(hashList(notice.project, list) !== list.hash, 'list.hash', 'list-changed'),
    ...when(entries.length === 0, 'list.entries', 'list-empty'),
    ...faultsOfOrder(entries, 'list.entries'),
    ...faultsOfOrder(excluded, 'list.excluded'),
    ...excluded.flatMap(({ creditCode }, index) =>
      when(
        listed.has(creditCode),
        `list.excluded.${index}.creditCode`,
        'agency-listed-and-excluded',
      ),
    ),
    ...when(frozenAt < notice.closesAt, 'list.frozenAt', 'list-frozen-before-closing'),
    ...when(
      frozenAt >= notice.publicValue.appearsAt,
      'list.frozenAt',
      'list-frozen-after-public-value',
    ),
  ];
}

function faultsOfOrder(entries: readonly DrawEntry[], path: string): DrawFault[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const at = `${path}.${index}.creditCode`;
    const before = entries[index - 1];
    const isAgain = seen.has(entry.creditCode);
    seen.add(entry.creditCode);
    if (isAgain) return [faultAt(at, 'agency-listed-twice')];
    return before && byCreditCode(before, entry) > 0 ? [faultAt(at, 'list-not-sorted')] : [];
  });
}
