import type { LegalDate, UnmetRule } from '@onewindow/kernel';
import { unmet } from '../unmet.js';
import type { DraftedItem } from '../service-item.js';
import { repealedIn } from './repealed-laws.js';

/** Every basis of an item that is not in force on a day: an agency may not act on it (许可法 4, 30). */
export function unmetOfBases(
  { legalBasis = [], bases = [] }: DraftedItem,
  on: LegalDate,
): readonly UnmetRule[] {
  const ownEnd = bases.flatMap(({ law, article, validFrom, validTo }, at) => {
    const name = `${law}${article === undefined ? '' : ` ${article}`}`;
    const path = `bases.${at}`;
    if (validFrom !== undefined && validTo !== undefined && validTo < validFrom)
      return [
        unmet(
          'basis-ends-after-it-begins',
          `依据“${name}”的失效日期早于生效日期，请核对。`,
          `"${name}" ends before it begins; check both dates.`,
          { path: `${path}.validTo` },
        ),
      ];
    if (validFrom !== undefined && on < validFrom)
      return [notInForce(name, `自 ${validFrom} 起施行`, `in force from ${validFrom}`, path)];
    if (validTo !== undefined && on > validTo)
      return [notInForce(name, `已于 ${validTo} 失效`, `in force until ${validTo}`, path)];
    const repealed = repealedIn(law, on);
    return validTo === undefined && repealed !== undefined ? [byRepeal(name, repealed, path)] : [];
  });
  const printed = legalBasis.flatMap((line, at) => {
    const repealed = repealedIn(line, on);
    return repealed === undefined ? [] : [byRepeal(line, repealed, `legalBasis.${at}`)];
  });
  const missing = bases.flatMap(({ law }, at) =>
    legalBasis.some((line) => line.includes(law))
      ? []
      : [
          unmet(
            'basis-is-printed',
            `依据“${law}”没有列入办事指南的设定依据，请补入。`,
            `"${law}" does not stand among the printed bases; add it there.`,
            { path: `bases.${at}.law`, source: '行政许可法 30' },
          ),
        ],
  );
  return [...ownEnd, ...printed, ...missing];
}

const byRepeal = (
  name: string,
  { since, by }: { readonly since: string; readonly by: string },
  path: string,
): UnmetRule =>
  notInForce(name, `自 ${since} 起由《${by}》废止`, `repealed from ${since} by ${by}`, path);

const notInForce = (name: string, zh: string, en: string, path: string): UnmetRule =>
  unmet(
    'legal-basis-in-force',
    `依据“${name}”在事项施行之日不具效力：${zh}，请更换依据。`,
    `"${name}" is not in force on the day from which the item applies: ${en}; cite what is.`,
    { path, source: '行政许可法 30' },
  );
