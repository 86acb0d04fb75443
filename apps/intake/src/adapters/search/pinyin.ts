import { pinyin } from 'pinyin-pro';
import type { Reading } from '../../domain/search/spoken-text.js';

/** Reads Chinese by the words that it stands in: 银行 is yin hang, 行政 is xing zheng. */
export const readPinyin: Reading = (text) => {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true });
  const characters = Array.from(text);
  return syllables.length === characters.length ? syllables : characters;
};
