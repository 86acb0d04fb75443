import { enDecisions } from '../language/en-decisions.js';
import { usePageWords } from '../language/page-words.js';
import { zhDecisions } from '../language/zh-decisions.js';

const CATALOGUES = { zh: zhDecisions, en: enDecisions };

export const useDecisionsWords = () => usePageWords(CATALOGUES);
