import { START, aResumption, aSuspension, anExtension, calendar, d } from '../../test/clocks.js';
import { anyTerm, eventsOf } from '../../test/random-clocks.js';
import { holdsFor } from '../../test/seeded.js';
import * as fc from 'fast-check';
import type { ClockEvent } from '../clock/clock-events.js';
import { deriveClock } from '../clock/derive-clock.js';
import { calendarDays, workingDays } from '../counting/term.js';
import { STATUTORY } from '../law/clock-rule.js';
import { explainClock } from './explain-clock.js';
import { explainExpiry } from './explain-expiry.js';
import { explainLatest } from './explain-latest.js';
import { explainTerm } from './explain-term.js';
import { explanationText } from './explanation.js';
import { explanationSummary } from './summary.js';

describe('The explanation of a clock', () => {
  it('names every counted and skipped day, the suspension, the extension and the sources', () => {
    const events = [START, aSuspension(), aResumption('2026-03-13'), anExtension()];
    const { zh, en } = explanationText(explainClock(STATUTORY.decision, events, calendar));

    expect(zh.split('\n')).toEqual([
      '依据行政许可法 42①：20 个工作日',
      '起算：2026-03-02（周一），当日不计（民法典 201）',
      '计入：2026-03-03（周二）至2026-03-06（周五），4 日，累计 4 日',
      '不计：2026-03-07（周六）至2026-03-08（周日），周末',
      '不计：2026-03-09（周一）至2026-03-13（周五），专家评审（告知书 N-1）',
      '不计：2026-03-14（周六）至2026-03-15（周日），周末',
      '计入：2026-03-16（周一）至2026-03-20（周五），5 日，累计 9 日',
      '不计：2026-03-21（周六）至2026-03-22（周日），周末',
      '计入：2026-03-23（周一）至2026-03-27（周五），5 日，累计 14 日',
      '不计：2026-03-28（周六）至2026-03-29（周日），周末',
      '计入：2026-03-30（周一）至2026-04-03（周五），5 日，累计 19 日',
      '不计：2026-04-04（周六）至2026-04-06（周一），清明节',
      '计入：2026-04-07（周二）至2026-04-10（周五），4 日，累计 23 日',
      '不计：2026-04-11（周六）至2026-04-12（周日），周末',
      '计入：2026-04-13（周一）至2026-04-17（周五），5 日，累计 28 日',
      '不计：2026-04-18（周六）至2026-04-19（周日），周末',
      '计入：2026-04-20（周一）至2026-04-21（周二），2 日，累计 30 日',
      '原期限至 2026-04-07 届满；经本机关负责人批准延长 10 日，连续计算',
      '期限届满：2026-04-21（周二） 24:00（北京时间）',
      '工作日依据：《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）',
    ]);
    expect(en).toContain('not counted: 2026-04-04 (Sat) to 2026-04-06 (Mon), Qingming Festival');
  });

  it('says what a clock waits for while it stands still', () => {
    const { zh } = explanationText(
      explainClock(STATUTORY.decision, [START, aSuspension()], calendar),
    );

    expect(zh).toContain(
      '暂停：自 2026-03-09（周一） 起专家评审（告知书 N-1），预计至 2026-03-13（周五）',
    );
    expect(zh).toContain('如按告知书如期结束，期限届满：2026-04-07（周二）');
  });

  it('covers every day up to the date once, and its total is the term', () => {
    holdsFor(
      fc.property(anyTerm, ({ start, days, excluded }) => {
        const rule = { ...STATUTORY.decision, term: workingDays(days) };
        const events = eventsOf(start, excluded);
        const { due } = deriveClock(rule, events, calendar);
        if (due.kind !== 'date') return;
        const runs = explainClock(rule, events, calendar).steps.flatMap(({ run }) => run ?? []);

        expect(runs.at(-1)).toMatchObject({ role: 'counted', to: due.date, total: days });
        expect(runs.reduce((sum, run) => sum + run.days, 0)).toBe(days);
      }),
      1_000,
    );
  });
});

describe('The explanation of a term', () => {
  it('in natural days says from where it rolled over', () => {
    const asked = {
      start: d('2025-04-24'),
      term: calendarDays(7),
      article: '建筑法 8',
      excluded: [],
    };

    expect(explanationSummary(explainTerm(asked, calendar)).en).toContain(
      'the last day 2025-05-01 (Thu) is Labour Day, it rolls over',
    );
  });

  it('that is open says which notice is missing', () => {
    const asked = {
      start: d('2026-12-14'),
      term: workingDays(20),
      article: '行政许可法 42①',
      excluded: [],
    };

    expect(explanationSummary(explainTerm(asked, calendar)).zh).toContain(
      '2026-12-28~12-31(13)；不计：周末 2026-12-19~12-20、2026-12-26~12-27；2027 年放假通知尚未载入，日期待定，不早于 2027-01-01',
    );
  });

  it('that began anew says so, and on what ground', () => {
    const events: ClockEvent[] = [
      START,
      { type: 'met', on: d('2026-03-10') },
      { type: 'restarted', on: d('2026-04-01'), reason: '复决〔2026〕1号' },
    ];
    const { zh, en } = explanationText(explainClock(STATUTORY.decision, events, calendar));

    expect(zh).toContain('期限重新起算，此前的期间不再计算：复决〔2026〕1号');
    expect(en).toContain('event: 2026-04-01');
  });

  it('counted back shows the days that lie before the anchor', () => {
    const asked = {
      anchorDate: d('2025-10-15'),
      anchor: 'start-of-day',
      term: workingDays(7),
      article: '行政许可法 48',
    } as const;
    const { zh } = explanationText(explainLatest(asked, calendar));

    expect(zh).toContain('2025-10-13（周一）至2025-10-14（周二），2 日，累计 7 日');
    expect(zh).toContain('最晚办理日：2025-09-28（周日）');
  });

  it('until an expiry says that it does not move', () => {
    const asked = { start: d('2026-01-05'), expiry: d('2026-02-20'), article: '行政许可法 50②' };

    expect(explanationText(explainExpiry(asked, calendar)).zh).toContain('届满日不因休假顺延');
  });
});
