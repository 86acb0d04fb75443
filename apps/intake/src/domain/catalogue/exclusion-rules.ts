import type { UnmetRule } from '@onewindow/kernel';
import type { ItemTerm } from '../terms.js';
import { repeated, unmet } from '../unmet.js';

/** What 许可法 45 excludes of every item; no item has to name it. */
const THE_EIGHT = [
  'hearing',
  'bidding',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
];

/** What is wrong with the exclusions 不计入期限 of one term: only a law lets a clock stand still, and it says where. */
export function unmetOfExclusions(
  path: string,
  { exclusions = [] }: Pick<ItemTerm, 'exclusions'>,
): readonly UnmetRule[] {
  const at = (index: number, field: string) => `${path}.exclusions.${index}.${field}`;
  return [
    ...repeated(exclusions.map(({ procedure }) => procedure)).map((procedure) =>
      unmet(
        'exclusion-listed-once',
        `不计入期限的程序“${procedure}”列了两次，请删去一个。`,
        `The excluded procedure "${procedure}" is listed twice; remove one.`,
        { path: `${path}.exclusions` },
      ),
    ),
    ...exclusions.flatMap(({ procedure, name, article }, index) => [
      ...(THE_EIGHT.includes(procedure)
        ? [
            unmet(
              'exclusion-beside-the-eight',
              `“${name}”依法本就不计入期限，请删去。`,
              `The law excludes "${name}" of every item; leave it out.`,
              { path: at(index, 'procedure'), source: '行政许可法 45' },
            ),
          ]
        : []),
      ...(/\d|条/.test(article)
        ? []
        : [
            unmet(
              'exclusion-names-its-article',
              `请写明“${name}”不计入期限所依据的条款。`,
              `Name the article that excludes "${name}" from the term.`,
              { path: at(index, 'article'), source: '行政许可法 45' },
            ),
          ]),
    ]),
  ];
}
