import fc from 'fast-check';
import { addressOf, askedIn, filtersOf, FILTERS, LEVELS, narrowed, type Asked } from './asked.js';

const read = (query: string) => askedIn(new URLSearchParams(query));

describe('What somebody looks for', () => {
  it('is read from the address, with every filter', () => {
    expect(
      read('text=%20饭店%20&theme=catering&lifeEvent=start-business&district=379901&level=4'),
    ).toEqual({
      text: '饭店',
      theme: 'catering',
      lifeEvent: 'start-business',
      district: '379901',
      level: '4',
    });
  });

  it('is everything where the address says nothing', () => {
    expect(read('')).toEqual({ text: '' });
  });

  it('leaves out what cannot be a filter', () => {
    expect(read('theme=%3Cscript%3E&agency=&level=7&other=1')).toEqual({ text: '' });
  });

  it('is no longer than the question may be', () => {
    expect(read(`text=${'长'.repeat(300)}`).text).toHaveLength(100);
  });

  it('comes back from the address that it makes', () => {
    const code = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
    const asked = fc.record(
      {
        text: fc.string({ maxLength: 50 }).map((text) => text.trim()),
        ...Object.fromEntries(
          FILTERS.map((filter) => [filter, filter === 'level' ? fc.constantFrom(...LEVELS) : code]),
        ),
      },
      { requiredKeys: ['text'] },
    ) as fc.Arbitrary<Asked>;

    fc.assert(
      fc.property(asked, (each) => {
        expect(read(addressOf(each).toString())).toEqual(each);
      }),
    );
  });

  it('is narrowed by one filter, and wide again without it', () => {
    const narrow = narrowed({ text: '证' }, 'agency', 'bureau');

    expect(narrow).toEqual({ text: '证', agency: 'bureau' });
    expect(filtersOf(narrow)).toEqual(['agency']);
    expect(narrowed(narrow, 'agency')).toEqual({ text: '证' });
  });
});
