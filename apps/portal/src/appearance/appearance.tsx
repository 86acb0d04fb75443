import { ConfigProvider } from 'antd';
import englishOfAntd from 'antd/locale/en_US';
import chineseOfAntd from 'antd/locale/zh_CN';
import { StyleProvider } from '@ant-design/cssinjs';
import { createContext, useCallback, useContext, useLayoutEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';
import { rememberAppearance, rememberedAppearance, showIn } from './remembered-appearance.js';
import { COMFORTABLE, LARGE, themeOf, type Appearance } from './theme.js';

interface AppearanceChoice {
  readonly appearance: Appearance;
  readonly choose: (appearance: Appearance) => void;
}

const Context = createContext<AppearanceChoice | undefined>(undefined);
const LOCALES = { zh: chineseOfAntd, en: englishOfAntd };
const THEMES = { comfortable: themeOf(COMFORTABLE), large: themeOf(LARGE) };
// The style sheet of the build holds every style; what the components still write themselves goes nowhere.
const NOWHERE = document.createElement('div');

export function AppearanceProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const [appearance, setAppearance] = useState(rememberedAppearance);
  const choose = useCallback((chosen: Appearance) => {
    rememberAppearance(chosen);
    setAppearance(chosen);
  }, []);
  useLayoutEffect(() => showIn(appearance), [appearance]);
  const choice = useMemo(() => ({ appearance, choose }), [appearance, choose]);
  return (
    <Context value={choice}>
      <StyleProvider container={NOWHERE}>
        <ConfigProvider
          locale={LOCALES[language]}
          theme={THEMES[appearance]}
          wave={{ disabled: true }}
        >
          {children}
        </ConfigProvider>
      </StyleProvider>
    </Context>
  );
}

export function useAppearance(): AppearanceChoice {
  const choice = useContext(Context);
  if (choice === undefined)
    throw new TypeError('useAppearance needs an AppearanceProvider above it');
  return choice;
}
