import { enPaper } from '../language/en-paper.js';
import { usePageWords } from '../language/page-words.js';
import { zhPaper } from '../language/zh-paper.js';

const CATALOGUES = { zh: zhPaper, en: enPaper };

export const usePaperWords = () => usePageWords(CATALOGUES);
