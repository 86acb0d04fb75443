import type { UnmetRule } from '@onewindow/kernel';
import { unmet } from './unmet.js';

/** Text that may stand in a draw file: no invisible characters, nothing around it, so that it looks the same to everybody. */
export const isPrintable = (text: string): boolean =>
  text.isWellFormed() && text.trim() === text && /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u.test(text);

const LONGEST = 1000;

/** The same for text that was taken in before anybody thought of a draw file. */
export const madePrintable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .slice(0, LONGEST)
    .toWellFormed()
    .trim();

export const unmetText = (path: string): UnmetRule =>
  unmet(
    'text-is-printable',
    '文字首尾不得有空格，也不得含不可见字符，请重新填写。',
    'The text has blanks around it or invisible characters; type it again.',
    { path },
  );
