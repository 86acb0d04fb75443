import type { UnmetRule } from '@onewindow/kernel';

/** One unmet requirement in both languages, with the place in the request and the article where there are any. */
export const unmet = (
  rule: string,
  zh: string,
  en: string,
  more: { readonly path?: string; readonly source?: string } = {},
): UnmetRule => ({ rule, message: { zh, en }, ...more });
