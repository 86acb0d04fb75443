import { enSearch } from '../language/en-search.js';
import { usePageWords } from '../language/page-words.js';
import { zhSearch } from '../language/zh-search.js';

const CATALOGUES = { zh: zhSearch, en: enSearch };

export const useSearchWords = () => usePageWords(CATALOGUES);
