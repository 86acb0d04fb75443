import { readImplementationCode, unmetAt } from '@onewindow/identifiers';
import type { UnmetRule } from '@onewindow/kernel';
import type { DraftedItem } from '../service-item.js';
import type { ItemTerm } from '../terms.js';
import { unmet } from '../unmet.js';
import { basicRules } from './basic-rules.js';
import { qualityRules } from './quality-rules.js';

/** An item as one agency handles it in one district 实施清单: who and where, and what differs from the item. */
export interface Implementation {
  readonly item: string;
  readonly district: string;
  /** 行使层级 1 to 6. */
  readonly level: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly agencyCreditCode?: string;
  readonly implementationCode?: string;
  readonly powerSource?: string;
  readonly promisedTerm?: ItemTerm;
  readonly places?: readonly object[];
  /** From where people may be handled here 通办范围. */
  readonly area?: string;
  readonly differs?: DraftedItem;
}

/** One agency handles an item in a district. */
export const implementationId = ({
  item,
  district,
}: Pick<Implementation, 'item' | 'district'>): string => `${item}@${district}`;

export const itemOfImplementation = (id: string): string => id.slice(0, id.lastIndexOf('@'));

/** The guide as this district publishes it. */
export const asHandledIn = <Item extends DraftedItem>(
  item: Item,
  { differs = {} }: Pick<Implementation, 'differs'>,
): Item => ({ ...item, ...differs, ...(item.code !== undefined && { code: item.code }) });

/** Digits of a district by the level that it is exercised on. */
const DIGITS: Readonly<Record<string, number>> = { '5': 9, '6': 12 };

/** What is wrong with an implementation of a known item. */
export function unmetOfImplementation(
  implementation: Implementation,
  item: DraftedItem | undefined,
): readonly UnmetRule[] {
  const { level, district, implementationCode: code, promisedTerm } = implementation;
  const statutoryTerm = item?.statutoryTerm;
  const digits = DIGITS[level] ?? 6;
  return [
    ...(item === undefined
      ? [
          unmet(
            'item-known',
            `目录中没有事项“${implementation.item}”，请先列入。`,
            `The catalogue has no item "${implementation.item}"; list it first.`,
            { path: 'item' },
          ),
        ]
      : []),
    ...(district.length === digits
      ? []
      : [
          unmet(
            'district-of-that-level',
            `行使层级 ${level} 的行政区划代码应为 ${digits} 位。`,
            `On level ${level} a district has ${digits} digits.`,
            { path: 'district', source: 'GB/T 2260, GB/T 10114' },
          ),
        ]),
    ...(code === undefined ? [] : unmetOfCode(implementation, code)),
    ...(promisedTerm === undefined || statutoryTerm === undefined
      ? []
      : basicRules
          .flatMap((rule) => rule({ promisedTerm, statutoryTerm }))
          .filter(({ path }) => path?.startsWith('promisedTerm'))),
    ...(item === undefined ? [] : unmetOfDifference(implementation, item)),
  ];
}

/** What a district publishes otherwise is held to the same rules; what is wrong with the item itself is told there. */
function unmetOfDifference({ differs }: Implementation, item: DraftedItem): readonly UnmetRule[] {
  if (differs === undefined) return [];
  const told = new Set(faultsOf(item).map(nameOf));
  const { statutoryTerm: own } = differs;
  const { statutoryTerm } = item;
  return [
    ...faultsOf(asHandledIn(item, { differs })).filter((each) => !told.has(nameOf(each))),
    ...(own !== undefined &&
    statutoryTerm !== undefined &&
    (own.unit !== statutoryTerm.unit || own.days > statutoryTerm.days)
      ? [
          unmet(
            'statutory-term-of-the-item',
            '法定时限由法律规定，各地不得另定更长的或换算单位；可以缩短承诺时限。',
            'The statutory term is the law’s: no district has a longer one or another unit; promise a shorter one instead.',
            { path: 'statutoryTerm', source: '行政许可法 42' },
          ),
        ]
      : []),
  ].map((each) => ({ ...each, path: `differs.${each.path ?? ''}` }));
}

const faultsOf = (item: DraftedItem): readonly UnmetRule[] =>
  [...basicRules, ...qualityRules].flatMap((rule) => rule(item));

const nameOf = ({ rule, path }: UnmetRule): string => `${rule} ${path ?? ''}`;

function unmetOfCode({ level }: Implementation, code: string): readonly UnmetRule[] {
  const faults = unmetAt(readImplementationCode(code), 'implementationCode');
  if (faults.length > 0 || code.charAt(18) === level) return faults;
  return [
    unmet(
      'implementation-code-agrees',
      '实施编码第19位应为行使层级，请核对。',
      'Character 19 of the implementation code is the level; it differs from it.',
      { path: 'implementationCode', source: 'GB/T 39554.1-2020' },
    ),
  ];
}
