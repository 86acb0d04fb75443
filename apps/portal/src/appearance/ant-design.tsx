import { ConfigProvider } from 'antd';
import englishOfAntd from 'antd/locale/en_US';
import chineseOfAntd from 'antd/locale/zh_CN';
import { StyleProvider } from '@ant-design/cssinjs';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';
import './antd.css';
import { useAppearance } from './appearance.js';
import { COMFORTABLE, LARGE, themeOf } from './theme.js';

const LOCALES = { zh: chineseOfAntd, en: englishOfAntd };
const THEMES = { comfortable: themeOf(COMFORTABLE), large: themeOf(LARGE) };
// The style sheet of the build holds every style; what the components still write themselves goes nowhere.
const NOWHERE = document.createElement('div');

/** Gives the components of Ant Design the look and the language of the pages. It comes with the pages that have such components. */
export function AntDesign({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const { appearance } = useAppearance();
  return (
    <StyleProvider container={NOWHERE}>
      <ConfigProvider
        locale={LOCALES[language]}
        theme={THEMES[appearance]}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        {children}
      </ConfigProvider>
    </StyleProvider>
  );
}
