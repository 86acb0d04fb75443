import type { ReactNode } from 'react';
import { useLanguage } from './language.js';

/** Text as it was published, in Chinese: on an English page it says so to whoever reads it aloud. */
export function Original({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  return language === 'zh' ? children : <span lang="zh-CN">{children}</span>;
}
