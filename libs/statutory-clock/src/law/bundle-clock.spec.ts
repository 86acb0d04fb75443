import { START, calendar } from '../../test/clocks.js';
import { deriveClock } from '../clock/derive-clock.js';
import { calendarDays } from '../counting/term.js';
import { bundleRule } from './bundle-clock.js';
import { STATUTORY } from './clock-rule.js';
import { SPECIAL_PROCEDURES } from './procedures.js';

describe('The clock of a bundle', () => {
  it('exists for joint handling only, with 45 and 15 days', () => {
    expect(bundleRule('side-by-side')).toBeNull();
    expect(bundleRule('joint')).toMatchObject({
      term: { unit: 'working-day', days: 45 },
      extension: { maxDays: 15, approver: 'head-of-government' },
    });
  });

  it('leaves the term of every track as it is, shorter or longer', () => {
    const short = deriveClock(STATUTORY.decision, [START], calendar);
    const long = deriveClock({ ...STATUTORY.decision, term: calendarDays(60) }, [START], calendar);

    expect(short.due).toMatchObject({ date: '2026-03-30' });
    expect(long.due).toMatchObject({ date: '2026-05-06' });
  });
});

describe('The licensing law', () => {
  it('names eight procedures, no more', () => {
    expect(SPECIAL_PROCEDURES.map(({ name }) => name.zh)).toEqual([
      '听证',
      '招标',
      '拍卖',
      '检验',
      '检测',
      '检疫',
      '鉴定',
      '专家评审',
    ]);
  });

  it('stops no clock outside of its section on terms', () => {
    const stopped = Object.values(STATUTORY).filter(({ exclusions }) => exclusions.length > 0);

    expect(stopped.map(({ article }) => article)).toEqual([
      '行政许可法 42①',
      '行政许可法 42②',
      '行政许可法 43',
      '行政许可法 44',
    ]);
  });
});
