import { enProcesses } from '../language/en-processes.js';
import { usePageWords } from '../language/page-words.js';
import { zhProcesses } from '../language/zh-processes.js';

const CATALOGUES = { zh: zhProcesses, en: enProcesses };

export const useProcessWords = () => usePageWords(CATALOGUES);
