import { enDesk } from '../language/en-desk.js';
import { usePageWords } from '../language/page-words.js';
import { zhDesk } from '../language/zh-desk.js';

const CATALOGUES = { zh: zhDesk, en: enDesk };

export const useDeskWords = () => usePageWords(CATALOGUES);
