import { readPinyin } from '../../adapters/search/pinyin.js';
import { readTable, wordingsOf } from './asking.js';

const table = readTable(
  {
    groups: [
      { words: ['饭店', '开饭店'], means: ['食品经营许可', '消防安全检查'] },
      { words: ['环评'], means: ['环境影响报告表'] },
    ],
    ignored: ['怎么办', '我想'],
  },
  readPinyin,
);

const meant = (text: string) =>
  wordingsOf(text, table, readPinyin).map(({ characters, synonym }) => [
    characters.join(''),
    synonym,
  ]);

describe('What somebody types', () => {
  it('is taken as it stands, without what says nothing', () => {
    expect(meant('我想办排水许可，怎么办？')).toEqual([['办排水许可', undefined]]);
    expect(meant('怎么办')).toEqual([['怎么办', undefined]]);
  });

  it('is also said in the words of the catalogue, by the longest everyday word in it', () => {
    expect(meant('开饭店')).toEqual([
      ['开饭店', undefined],
      ['食品经营许可', '开饭店'],
      ['消防安全检查', '开饭店'],
    ]);
    expect(meant('工厂环评')).toEqual([
      ['工厂环评', undefined],
      ['工厂环境影响报告表', '环评'],
      ['环境影响报告表', '环评'],
    ]);
  });

  it.each([
    ['another character of the same sound', '开范店'],
    ['the pinyin of it', 'kaifandian'],
    ['the pinyin with n for ng', 'kaifangdian'],
    ['its initials', 'kfd'],
  ])('is understood from %s', (_, text) => {
    expect(meant(text)).toContainEqual(['食品经营许可', '开饭店']);
  });

  it('trusts what was typed more than a synonym, and a synonym more than a sound', () => {
    const trusts = ['开饭店', '开范店'].map((text) =>
      wordingsOf(text, table, readPinyin).map(({ trust }) => trust),
    );

    expect(trusts[0]?.[0]).toBe(1);
    expect(trusts[0]?.[1]).toBeGreaterThan(trusts[0]?.[2] ?? 1);
    expect(trusts[0]?.[1]).toBeGreaterThan(trusts[1]?.[1] ?? 1);
  });
});
