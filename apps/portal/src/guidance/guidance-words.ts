import { enGuidance } from '../language/en-guidance.js';
import { usePageWords } from '../language/page-words.js';
import { zhGuidance } from '../language/zh-guidance.js';

const CATALOGUES = { zh: zhGuidance, en: enGuidance };

export const useGuidanceWords = () => usePageWords(CATALOGUES);
