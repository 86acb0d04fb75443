export type Language = 'zh' | 'en';

/** The language of title and detail: Chinese, unless the header prefers English to it. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').slice(0, 500).split(',').map(wishOf);
  const weightOf = (language: Language) =>
    Math.max(0, ...wishes.filter((each) => each.language === language).map((each) => each.weight));
  return weightOf('en') > weightOf('zh') ? 'en' : 'zh';
}

function wishOf(range: string): { readonly language: string; readonly weight: number } {
  const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
  const [, given] = /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameters.join(';')) ?? [];
  return { language: tag.split('-')[0] ?? '', weight: given === undefined ? 1 : Number(given) };
}
