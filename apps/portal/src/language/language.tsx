import { createContext, useCallback, useContext, useLayoutEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { en } from './en.js';
import type { Language } from './preferred-language.js';
import { rememberedLanguage, rememberLanguage, speakIn } from './remembered-language.js';
import { zh, type Words } from './zh.js';

interface LanguageChoice {
  readonly language: Language;
  readonly words: Words;
  readonly choose: (language: Language) => void;
}

const CATALOGUES: Readonly<Record<Language, Words>> = { zh, en };
const Context = createContext<LanguageChoice | undefined>(undefined);

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(rememberedLanguage);
  const choose = useCallback((chosen: Language) => {
    rememberLanguage(chosen);
    setLanguage(chosen);
  }, []);
  useLayoutEffect(() => speakIn(language), [language]);
  const choice = useMemo(
    () => ({ language, words: CATALOGUES[language], choose }),
    [language, choose],
  );
  return <Context value={choice}>{children}</Context>;
}

/** The chosen language and its words. */
export function useLanguage(): LanguageChoice {
  const choice = useContext(Context);
  if (choice === undefined) throw new TypeError('useLanguage needs a LanguageProvider above it');
  return choice;
}
