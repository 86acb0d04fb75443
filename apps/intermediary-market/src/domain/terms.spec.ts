import { legalDate } from '@onewindow/kernel';
import { at, calendar } from '../../test/fixtures.js';
import { instantAfter, workingDaysAfter, workingDaysFrom } from './terms.js';

describe('A term of the market', () => {
  it('does not count the day that sets it off (民法典 201)', () => {
    expect(workingDaysFrom(at('05-12T09:00'), 1, calendar)).toEqual({ due: '2026-05-13' });
    expect(workingDaysFrom(at('05-12T23:59'), 1, calendar)).toEqual({ due: '2026-05-13' });
  });

  it('is an open date where the calendar of its year is not published, and nothing is armed for it', () => {
    const open = workingDaysAfter(legalDate('2026-12-30'), 3, calendar);

    expect(open).toMatchObject({ missingYear: 2027 });
    expect(instantAfter(open)).toBeUndefined();
  });

  it('is kept until the end of its last day', () => {
    expect(instantAfter({ due: '2026-05-13' })).toBe(at('05-14T00:00'));
  });
});
