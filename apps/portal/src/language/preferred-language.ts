export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What stands in `lang` attributes and in `Accept-Language`. */
export const TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** The first language of the browser that the pages speak; Chinese where it names none. */
export function preferredLanguage(wishes: readonly string[]): Language {
  const spoken = wishes.map((wish) => wish.toLowerCase().split('-')[0]);
  return spoken.map((wish) => LANGUAGES.find((each) => each === wish)).find(Boolean) ?? 'zh';
}
