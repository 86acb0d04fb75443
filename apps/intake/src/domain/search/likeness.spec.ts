import { readPinyin } from '../../adapters/search/pinyin.js';
import { wordingsOf } from './asking.js';
import { likenessTo } from './likeness.js';
import { fieldsOf } from './searched-item.js';

const NO_SYNONYMS = { words: [], ignored: [] };

const food = fieldsOf(
  { name: '食品经营许可（新办）', resultName: '食品经营许可证', keywords: ['开饭店'] },
  readPinyin,
);
const production = fieldsOf({ name: '食品生产许可（新办）' }, readPinyin);
const transport = fieldsOf({ name: '道路货物运输经营许可' }, readPinyin);

const like = (text: string, fields = food) =>
  likenessTo(wordingsOf(text, NO_SYNONYMS, readPinyin), () => 1)(fields);
const score = (text: string, fields = food) => like(text, fields)?.score ?? 0;

describe('How well an item answers what was typed', () => {
  it.each([
    ['its words', '食品经营', 'words'],
    ['pinyin', 'shipinjingying', 'pinyin'],
    ['pinyin with a letter too few', 'shipinjinying', 'pinyin'],
    ['pinyin with z for zh', 'sipinjinyin', 'pinyin'],
    ['initials', 'spjyxk', 'initials'],
    ['wrong characters of the same sound', '食品精英许可', 'similar'],
    ['a missing character', '食品经许可', 'similar'],
    ['two characters in the wrong order', '食品营经许可', 'similar'],
  ])('is told by %s, before its neighbours', (_, text, by) => {
    expect(like(text)?.match).toMatchObject({ field: 'name', by });
    expect(score(text)).toBeGreaterThan(score(text, production));
    expect(score(text)).toBeGreaterThan(score(text, transport));
  });

  it('is more where more of the text was typed, and where its beginning was', () => {
    expect(score('食品经营许可')).toBeGreaterThan(score('食品经营'));
    expect(score('食品')).toBeGreaterThan(score('许可'));
  });

  it('says in which field it was found', () => {
    expect(like('开饭店')?.match).toEqual({ field: 'keyword', text: '开饭店', by: 'words' });
    expect(like('许可证')?.match).toMatchObject({ field: 'result-name' });
  });

  it('is nothing where nothing is alike', () => {
    expect(like('离婚')).toBeUndefined();
  });
});
