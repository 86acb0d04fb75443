import { useLanguage } from './language.js';
import type { Language } from './preferred-language.js';

/** The words of pages that not every visitor opens: they come with those pages. */
export const usePageWords = <Words>(catalogues: Readonly<Record<Language, Words>>): Words =>
  catalogues[useLanguage().language];
