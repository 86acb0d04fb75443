import { Refusal } from '@onewindow/kernel';
import type { LegalDate } from '@onewindow/kernel';
import { START, aResumption, aSuspension, anExtension, calendar, d } from '../../test/clocks.js';
import { workingDays } from '../counting/term.js';
import { STATUTORY, promised } from '../law/clock-rule.js';
import { SPECIAL_PROCEDURES } from '../law/procedures.js';
import type { ClockEvent } from './clock-events.js';
import { recordEvent, unmetForEvent } from './record-event.js';
import { unmetForClocks } from './several-clocks.js';

const rulesOf = (events: readonly ClockEvent[], next: ClockEvent, rule = STATUTORY.decision) =>
  unmetForEvent(rule, events, next, calendar).map((unmet) => unmet.rule);

const running = [START];
const halted = [START, aSuspension()];
const done: ClockEvent[] = [START, { type: 'met', on: d('2026-03-10') }];
const over: ClockEvent = { type: 'missed', on: d('2026-03-31') };

describe('Recording an event', () => {
  it.each<[string, readonly ClockEvent[], ClockEvent]>([
    ['a start', [], START],
    ['a suspension', running, aSuspension()],
    ['a suspension from the day of the start', running, aSuspension({ from: d('2026-03-02') })],
    ['a resumption on the day it began', halted, aResumption('2026-03-09')],
    ['an extension on the last day', running, anExtension()],
    [
      'an extension while the clock stands still',
      halted,
      anExtension({ approvedOn: d('2026-04-20') }),
    ],
    ['a missed term on the day after', running, over],
    ['a late act', [START, over], { type: 'met', on: d('2026-04-02') }],
    [
      'a restart of a finished clock',
      done,
      { type: 'restarted', on: d('2026-04-01'), reason: 'Review.' },
    ],
  ])('adds %s', (_what, events, next) => {
    expect(recordEvent(STATUTORY.decision, events, next, calendar)).toEqual([...events, next]);
  });

  it.each<[string, readonly ClockEvent[], ClockEvent, readonly string[]]>([
    ['anything before the start', [], aSuspension(), ['clock-started']],
    ['a second start', running, START, ['started-once']],
    ['anything after the act', done, aSuspension(), ['act-not-yet-done']],
    [
      'a site visit, which is not one of the eight',
      running,
      aSuspension({ procedure: 'site-visit' }),
      ['procedure-stops-the-clock'],
    ],
    [
      'a suspension without notice',
      running,
      aSuspension({ notice: ' ' }),
      ['written-notice-given'],
    ],
    ['a notice used twice', halted, aSuspension(), ['notice-used-once']],
    [
      'a suspension before the start that ends before it begins',
      running,
      aSuspension({ from: d('2026-02-27'), expectedUntil: d('2026-02-26') }),
      ['expected-end-not-before-beginning', 'suspended-not-before-start'],
    ],
    [
      'a suspension after the term',
      running,
      aSuspension({ from: d('2026-03-31'), expectedUntil: d('2026-04-01') }),
      ['suspended-within-term'],
    ],
    ['a resumption of nothing', running, aResumption('2026-03-10'), ['suspension-is-running']],
    [
      'a resumption before the beginning',
      halted,
      aResumption('2026-03-06'),
      ['resumed-not-before-beginning'],
    ],
    [
      'a late extension',
      running,
      anExtension({ approvedOn: d('2026-03-31') }),
      ['extension-approved-in-time'],
    ],
    [
      'an extension of a term that was recorded as missed, which a later calendar has end later',
      [START, { type: 'missed', on: d('2026-03-10') }],
      anExtension({ approvedOn: d('2026-03-12') }),
      ['extension-approved-in-time'],
    ],
    ['a second extension', [START, anExtension()], anExtension(), ['extended-once']],
    [
      'an extension by the wrong head, too long, without a reason',
      running,
      anExtension({ approver: 'head-of-government', days: 11, reason: '' }),
      [
        'extension-approved-by-the-right-head',
        'extension-within-maximum',
        'extension-reason-given',
      ],
    ],
    [
      'a missed term that still runs',
      running,
      { type: 'missed', on: d('2026-03-30') },
      ['term-is-over'],
    ],
    ['a missed term while the clock stands still', halted, over, ['term-is-over']],
    ['a term missed twice', [START, over], over, ['missed-once']],
    [
      'an act before the start',
      running,
      { type: 'met', on: d('2026-03-01') },
      ['not-before-start'],
    ],
  ])('refuses %s', (_what, events, next, rules) => {
    expect(rulesOf(events, next)).toEqual(rules);
  });

  it('refuses dates that do not exist, as JSON may hold them', () => {
    const next = aSuspension({ from: '2026-02-30' as LegalDate });

    expect(rulesOf(running, next)).toContain('date-exists');
  });

  it('refuses with everything that is wrong', () => {
    const next = aSuspension({ procedure: 'site-visit', notice: '' });
    const attempt = () => recordEvent(STATUTORY.decision, running, next, calendar);

    expect(attempt).toThrow(Refusal);
    expect(attempt).toThrow(/procedure-stops-the-clock[\s\S]*written-notice-given/);
  });

  it('refuses an extension where the law gives none', () => {
    expect(
      rulesOf(running, anExtension({ approvedOn: d('2026-03-10') }), STATUTORY.certificate),
    ).toEqual(['extension-allowed']);
  });

  it('asks the head of government for joint handling', () => {
    const rules = rulesOf(running, anExtension({ days: 15 }), STATUTORY.jointDecision);

    expect(rules).toEqual(['extension-approved-by-the-right-head']);
  });
});

describe('Recording for clocks beside each other', () => {
  const notice = {
    procedure: 'public-notice',
    name: { zh: '公示', en: 'notice' },
    article: '地方规定',
  };
  const place = promised(workingDays(5), '实施清单', [...SPECIAL_PROCEDURES, notice]);
  const both = [STATUTORY.decision, place] as const;
  const rulesOfBoth = (events: readonly ClockEvent[], next: ClockEvent) =>
    unmetForClocks(both, events, next, calendar).map((unmet) => unmet.rule);

  it('accepts what stops only one of them', () => {
    const next = aSuspension({ procedure: 'public-notice', from: d('2026-03-04') });

    expect(rulesOfBoth(running, next)).toEqual([]);
    expect(rulesOfBoth([...running, next], aResumption('2026-03-10'))).toEqual([]);
  });

  it('refuses what stops none of them', () => {
    expect(rulesOfBoth(running, aSuspension({ procedure: 'site-visit' }))).toEqual([
      'procedure-stops-the-clock',
    ]);
  });

  it('extends only the statutory one', () => {
    expect(rulesOfBoth(running, anExtension())).toEqual([]);
  });

  it('records a missed promise while the statutory term runs on', () => {
    const next: ClockEvent = { type: 'missed', on: d('2026-03-10'), basis: 'promised' };

    expect(rulesOfBoth(running, next)).toEqual([]);
  });
});
