import type { UnmetRule } from '@onewindow/kernel';
import { unmet } from '../unmet.js';
import type { DraftedItem } from '../service-item.js';

/** One thing that is made public of an item, and whether it is there. */
interface Particular {
  readonly zh: string;
  readonly en: string;
  readonly path: string;
  readonly isThere: (item: DraftedItem) => boolean;
}

const has = (value: string | readonly unknown[] | undefined): boolean =>
  value !== undefined && value.length > 0;

/** Everything that can be asked to be made public, by name. */
export const PARTICULARS = {
  name: {
    zh: '事项名称',
    en: 'its name',
    path: 'name',
    isThere: ({ name }) => has(name),
  },
  'legal-basis': {
    zh: '依据',
    en: 'its legal basis',
    path: 'legalBasis',
    isThere: ({ legalBasis }) => has(legalBasis),
  },
  conditions: {
    zh: '条件',
    en: 'its conditions',
    path: 'conditions',
    isThere: ({ conditions }) => has(conditions),
  },
  quantity: {
    zh: '数量',
    en: 'how many may be granted',
    path: 'quantityLimit',
    isThere: ({ quantityLimit }) => has(quantityLimit),
  },
  procedure: {
    zh: '程序',
    en: 'its procedure',
    path: 'procedure',
    isThere: ({ procedure }) => has(procedure),
  },
  term: {
    zh: '期限',
    en: 'its statutory term',
    path: 'statutoryTerm',
    isThere: ({ statutoryTerm }) => statutoryTerm !== undefined,
  },
  materials: {
    zh: '需要提交的全部材料的目录',
    en: 'the list of all materials',
    path: 'materials',
    isThere: ({ materials }) => has(materials),
  },
  'sample-form': {
    zh: '申请书示范文本',
    en: 'a sample of its application form',
    path: 'materials',
    // What the law asks of permits; a public service may have no form at all.
    isThere: ({ itemType, materials = [] }) =>
      (itemType !== undefined && itemType !== 'administrative-permit') ||
      materials.some(({ sample }) => sample !== undefined),
  },
  'promised-term': {
    zh: '承诺时限',
    en: 'the term that is kept',
    path: 'promisedTerm',
    isThere: ({ handlingType, promisedTerm, statutoryTerm }) =>
      handlingType === 'on-the-spot' || (promisedTerm ?? statutoryTerm) !== undefined,
  },
  fee: {
    zh: '收费标准',
    en: 'whether and what it costs',
    path: 'charged',
    isThere: ({ charged }) => charged !== undefined,
  },
  result: {
    zh: '办理结果',
    en: 'its result',
    path: 'resultName',
    isThere: ({ resultName }) => has(resultName),
  },
  places: {
    zh: '办理地点、时间',
    en: 'where and when it is handled',
    path: 'places',
    isThere: ({ places }) => has(places),
  },
  questions: {
    zh: '常见问题',
    en: 'common questions',
    path: 'questions',
    isThere: ({ questions }) => has(questions),
  },
} as const satisfies Readonly<Record<string, Particular>>;

export type ParticularName = keyof typeof PARTICULARS;

/** The eight that 许可法 30 names; no place may want less. */
export const ARTICLE_30: readonly ParticularName[] = [
  'name',
  'legal-basis',
  'conditions',
  'quantity',
  'procedure',
  'term',
  'materials',
  'sample-form',
];

/** What is still missing of what has to be made public: by the law, and by the list 公开 of the place. */
export function missingParticulars(
  item: DraftedItem,
  disclosure: readonly string[],
): readonly UnmetRule[] {
  const wanted = new Set<string>([...ARTICLE_30, ...disclosure]);
  return Object.entries<Particular>(PARTICULARS)
    .filter(([name, { isThere }]) => wanted.has(name) && !isThere(item))
    .map(([name, { zh, en, path }]) =>
      unmet(
        name === 'sample-form' ? 'sample-form-published' : `${name}-published`,
        `尚未公示${zh}，请补充。`,
        `It has to be published with ${en}; add it.`,
        {
          path,
          source: (ARTICLE_30 as readonly string[]).includes(name) ? '行政许可法 30' : '八公开',
        },
      ),
    );
}
