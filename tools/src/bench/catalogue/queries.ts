import { namedItems, type NamedItem } from './names.js';

/** One kind of question to the catalogue, with so many of a hundred. */
export interface QueryKind {
  readonly name: string;
  readonly share: number;
  path(item: NamedItem): string;
}

const asked = (text: string) => `/api/items?text=${encodeURIComponent(text)}`;
const initialsOf: Readonly<Record<string, string>> = {
  许可: 'xk',
  审批: 'sp',
  备案: 'ba',
  登记: 'dj',
};

/** What people type, and in which proportion. */
export const SEARCHES: readonly QueryKind[] = [
  { name: 'words of the name', share: 35, path: ({ name }) => asked(name.replace(/（.*/, '')) },
  { name: 'an everyday word', share: 25, path: ({ keywords }) => asked(keywords[0] ?? '') },
  {
    name: 'a whole sentence',
    share: 10,
    path: ({ keywords }) => asked(`我想办${keywords[0] ?? ''}需要什么材料`),
  },
  { name: 'a transposed pair', share: 10, path: ({ name }) => asked(transposed(name)) },
  { name: 'pinyin', share: 10, path: ({ at }) => asked(PINYIN[at % PINYIN.length] ?? '') },
  {
    name: 'initials',
    share: 5,
    path: ({ at, name }) =>
      asked(`${INITIALS[at % INITIALS.length] ?? ''}${initialsOf[name.slice(-6, -4)] ?? ''}`),
  },
  { name: 'one common word', share: 5, path: ({ name }) => asked(name.slice(-6, -4)) },
];

/** Lists, each as it is opened and on its next page. */
export const LISTS: readonly QueryKind[] = [
  { name: 'items of an agency', share: 20, path: ({ agency }) => `/api/items?agency=${agency}` },
  { name: 'items of a theme', share: 20, path: ({ theme }) => `/api/items?theme=${theme}` },
  { name: 'items of a village', share: 10, path: () => '/api/items?district=379921101201' },
  {
    name: 'a word in a district',
    share: 10,
    path: ({ keywords }) => `${asked(keywords[0] ?? '')}&district=379902`,
  },
  { name: 'powers of an agency', share: 10, path: ({ agency }) => `/api/powers?agency=${agency}` },
  {
    name: 'implementations of an item',
    share: 10,
    path: ({ code }) => `/api/items/${code}/implementations`,
  },
  { name: 'a guide', share: 20, path: ({ code }) => `/api/items/${code}` },
];

const PINYIN = [
  'shipinshengchan',
  'yaopinlingshou',
  'chuzuqiche',
  'minbanyoueryuan',
  'jianzhuye',
  'wangluoyuyue',
  'yiliaoqixie',
  'dongwuzhenliao',
];
const INITIALS = ['spsc', 'ypls', 'czqc', 'mbyey', 'jzyqyzz', 'ylqx', 'dwzl', 'lsywss'];

const transposed = (name: string): string =>
  `${name.charAt(0)}${name.charAt(2)}${name.charAt(1)}${name.slice(3, 8)}`;

/** Draws items as people ask: half of all questions are about a twentieth of the catalogue. */
export function* drawnItems(items: number, seed: number): Generator<NamedItem> {
  const all = namedItems(items);
  const often = Math.max(1, Math.floor(all.length / 20));
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
  for (;;) {
    const among = next() < 0.5 ? often : all.length;
    const item = all[Math.floor(next() * among)];
    if (item !== undefined) yield item;
  }
}
