import { counted } from './counted.js';
import type { SearchWords } from './zh-search.js';

export const enSearch: SearchWords = {
  title: 'Search',
  lead: 'Everyday Chinese words, abbreviations, pinyin or its initials will do.',
  label: 'What would you like to do?',
  keys: 'Results come while you type. Arrow down goes to the results, Escape back to the field.',
  clear: 'Clear',
  more: 'Show more items',
  arrived: (count) => `${counted(count, 'more item')} shown`,
  found: (bundles, items, isMore) =>
    `${bundles === 0 ? '' : `${counted(bundles, 'bundle')} and `}${isMore ? 'more than ' : ''}${counted(items, 'item')} found`,
  bundles: 'Bundles',
  items: 'Items',
  narrowing: 'Filtered by',
  without: (filter, value) => `Take the filter off: ${filter} ${value}`,
  filters: {
    theme: 'Theme',
    lifeEvent: 'Life event',
    agency: 'Deciding agency',
    district: 'District',
  },
  nothing: (text) => `Nothing found for “${text}”`,
  nothingNarrow: 'No item fits these filters.',
  hints: {
    wide: 'Search again without filters',
    shorter: 'Try a shorter word: ',
    bundles: 'Look at the bundles',
    all: 'Look at all items',
    call: 'Call 12345 and let somebody find it for you',
  },
};
