import { dateText, instantText } from './dates.js';

describe('A date on a page', () => {
  it('is the legal date itself, wherever the visitor is', () => {
    expect(dateText('2026-05-14', 'zh')).toBe('2026年5月14日');
    expect(dateText('2026-05-14', 'en')).toBe('14 May 2026');
  });
});

describe('An instant on a page', () => {
  it('is shown as the clocks of the city show it', () => {
    expect(instantText('2026-04-27T17:10:00.000Z', 'zh')).toBe('2026年4月28日 01:10');
    expect(instantText('2026-04-27T17:10:00.000Z', 'en')).toBe('28 April 2026 at 01:10');
  });
});
