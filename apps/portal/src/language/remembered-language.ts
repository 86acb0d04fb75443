import { recall, remember } from '../appearance/memory.js';
import { LANGUAGES, preferredLanguage, TAGS, type Language } from './preferred-language.js';

const KEY = 'onewindow.language';

/** What was chosen before, else what the browser asks for. */
export const rememberedLanguage = (): Language =>
  recall(KEY, LANGUAGES) ?? preferredLanguage(navigator.languages);

export const rememberLanguage = (language: Language): void => remember(KEY, language);

/** Tells browsers and screen readers in which language the page is. */
export function speakIn(language: Language): void {
  document.documentElement.lang = TAGS[language];
}
