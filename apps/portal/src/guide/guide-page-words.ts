import { enGuidePage } from '../language/en-guide-page.js';
import { usePageWords } from '../language/page-words.js';
import { zhGuidePage } from '../language/zh-guide-page.js';

const CATALOGUES = { zh: zhGuidePage, en: enGuidePage };

export const useGuidePageWords = () => usePageWords(CATALOGUES);
