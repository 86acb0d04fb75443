import { enSearch } from '../language/en-search.js';
import { zhSearch } from '../language/zh-search.js';
import { LEVELS } from './asked.js';
import { furtherChoices, nameAmong, NO_CHOICES } from './further-choices.js';

const CHOICES = {
  agencies: [
    { code: 'bureau', name: '海棠市行政审批服务局' },
    { code: 'old-bureau', name: '海棠市行政审批服务局' },
    { code: 'water', name: '海棠市水务局' },
  ],
  districts: [{ code: '379900' }, { code: '379902001' }],
  levels: ['3', '5'],
};

describe('What items can be narrowed by besides', () => {
  it('is named in the language of the visitor, and agencies as they call themselves', () => {
    const { agency, district, level } = furtherChoices(CHOICES, enSearch);

    expect(agency).toContainEqual(['water', '海棠市水务局']);
    expect(district).toEqual([
      ['379900', 'District 379900'],
      ['379902001', 'District 379902001'],
    ]);
    expect(level).toEqual([
      ['3', 'City'],
      ['5', 'Township or subdistrict'],
    ]);
    expect(furtherChoices(CHOICES, zhSearch).level).toEqual([
      ['3', '市级'],
      ['5', '乡镇（街道）级'],
    ]);
  });

  it('tells two agencies of one name apart', () => {
    expect(furtherChoices(CHOICES, zhSearch).agency.map(([, name]) => name)).toEqual([
      '海棠市行政审批服务局 (bureau)',
      '海棠市行政审批服务局 (old-bureau)',
      '海棠市水务局',
    ]);
  });

  it('has words for every level in both languages', () => {
    for (const { levels } of [zhSearch, enSearch]) expect(Object.keys(levels)).toEqual([...LEVELS]);
  });

  it('leaves a value that nobody offers as it stands in the address', () => {
    expect(nameAmong(furtherChoices(CHOICES, zhSearch).agency, 'water')).toBe('海棠市水务局');
    expect(nameAmong(furtherChoices(NO_CHOICES, zhSearch).agency, 'water')).toBe('water');
  });
});
