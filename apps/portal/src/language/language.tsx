import { createContext, useCallback, useContext, useLayoutEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { recall, remember } from '../appearance/memory.js';
import { en } from './en.js';
import { LANGUAGES, preferredLanguage, TAGS, type Language } from './preferred-language.js';
import { zh, type Words } from './zh.js';

interface LanguageChoice {
  readonly language: Language;
  readonly words: Words;
  readonly choose: (language: Language) => void;
}

const CATALOGUES: Readonly<Record<Language, Words>> = { zh, en };
const KEY = 'onewindow.language';
const Context = createContext<LanguageChoice | undefined>(undefined);

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(
    () => recall(KEY, LANGUAGES) ?? preferredLanguage(navigator.languages),
  );
  const choose = useCallback((chosen: Language) => {
    remember(KEY, chosen);
    setLanguage(chosen);
  }, []);
  useLayoutEffect(() => {
    document.documentElement.lang = TAGS[language];
  }, [language]);
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
