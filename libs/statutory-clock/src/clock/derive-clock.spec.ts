import {
  START,
  aResumption,
  aSuspension,
  anExtension,
  calendar,
  d,
  derived,
} from '../../test/clocks.js';
import { calendarDays, months, workingDays } from '../counting/term.js';
import { STATUTORY, promised } from '../law/clock-rule.js';
import { SPECIAL_PROCEDURES } from '../law/procedures.js';
import { deriveClock } from './derive-clock.js';

const date = (text: string) => ({ kind: 'date', date: text });

describe('A clock derived from its events', () => {
  it('runs from its start', () => {
    expect(derived([])).toMatchObject({
      status: 'running',
      due: date('2026-03-30'),
      termDays: 20,
      suspendedWorkingDays: 0,
      calendarVersion: '2024.1 2025.1 2026.1',
    });
  });

  it('cannot be derived before it is started', () => {
    expect(() => deriveClock(STATUTORY.decision, [aSuspension()], calendar)).toThrow(
      'clock-not-started',
    );
  });

  it('moves by the working days of an ended suspension', () => {
    const clock = derived([aSuspension(), aResumption('2026-03-13')]);

    expect(clock).toMatchObject({ due: date('2026-04-07'), suspendedWorkingDays: 5 });
  });

  it('has no date while it stands still, only a projection', () => {
    expect(derived([aSuspension()])).toMatchObject({
      status: 'suspended',
      due: { kind: 'halted', since: '2026-03-09', projected: date('2026-04-07') },
    });
  });

  it('stands still until the last of several procedures has ended', () => {
    const second = aSuspension({ procedure: 'testing', from: d('2026-03-11'), notice: 'N-2' });
    const one = derived([aSuspension(), second, aResumption('2026-03-13')]);
    const none = derived([
      aSuspension(),
      second,
      aResumption('2026-03-13'),
      aResumption('2026-03-17', 'N-2'),
    ]);

    expect(one.due).toMatchObject({ kind: 'halted', since: '2026-03-11' });
    expect(none).toMatchObject({ due: date('2026-04-09'), suspendedWorkingDays: 7 });
  });

  it('is still stopped by a procedure that begins on its last day', () => {
    const last = aSuspension({ from: d('2026-03-30'), expectedUntil: d('2026-03-31') });

    expect(derived([last]).due).toMatchObject({ kind: 'halted', projected: date('2026-04-01') });
  });

  it('is not stopped by a procedure that begins after its last day', () => {
    expect(derived([aSuspension({ from: d('2026-03-31') })])).toMatchObject({
      status: 'running',
      due: date('2026-03-30'),
    });
  });

  it('counts an extension on and keeps the date of the term itself', () => {
    expect(derived([anExtension()])).toMatchObject({
      due: date('2026-04-14'),
      baseDue: date('2026-03-30'),
      termDays: 30,
    });
  });

  it('begins anew when restarted', () => {
    const events = [
      aSuspension(),
      anExtension(),
      { type: 'restarted', on: d('2026-03-20'), reason: 'Sent back.' },
    ] as const;

    expect(derived(events)).toMatchObject({
      status: 'running',
      startedOn: '2026-03-20',
      due: date('2026-04-20'),
      suspensions: [],
      extension: null,
    });
  });

  it('knows whether the act came late', () => {
    expect(derived([{ type: 'met', on: d('2026-03-30') }])).toMatchObject({
      status: 'met',
      metLate: false,
    });
    expect(
      derived([
        { type: 'missed', on: d('2026-03-31') },
        { type: 'met', on: d('2026-04-01') },
      ]),
    ).toMatchObject({ status: 'met', metLate: true, missedOn: '2026-03-31' });
  });

  it('lets the act itself end what still runs', () => {
    expect(derived([aSuspension(), { type: 'met', on: d('2026-03-11') }])).toMatchObject({
      status: 'met',
      due: date('2026-04-02'),
      suspendedWorkingDays: 3,
    });
  });

  it('is plain data', () => {
    const clock = derived([aSuspension(), anExtension()]);

    expect(JSON.parse(JSON.stringify(clock))).toEqual(clock);
  });

  it('does not say how many days were suspended in a year without a calendar', () => {
    const events = [
      { type: 'started', on: d('2026-12-14') } as const,
      aSuspension({ from: d('2026-12-21') }),
      aResumption('2027-01-15'),
    ];

    expect(deriveClock(STATUTORY.decision, events, calendar)).toMatchObject({
      due: { kind: 'open', notBefore: '2027-01-16', missingYear: 2027 },
      suspendedWorkingDays: null,
    });
  });
});

describe('A term in natural days', () => {
  it('adds its extension before it rolls over, once', () => {
    const rule = { ...STATUTORY.decision, term: calendarDays(7) };
    const events = [{ type: 'started', on: d('2025-09-24') } as const, anExtension({ days: 7 })];

    expect(deriveClock(rule, events, calendar)).toMatchObject({
      baseDue: date('2025-10-09'),
      rawLastDay: '2025-10-08',
      due: date('2025-10-09'),
    });
  });

  it('of months counts as its natural days', () => {
    const clock = derived([], { ...STATUTORY.decision, term: months(1) });

    expect(clock).toMatchObject({ due: date('2026-04-02'), termDays: 31, dayUnit: 'calendar-day' });
  });
});

describe('A promised clock beside the statutory one', () => {
  const publicNotice = {
    procedure: 'public-notice',
    name: { zh: '公示', en: 'public notice' },
    article: '地方并联审批规定 19',
  };
  const place = promised(workingDays(5), '实施清单', [...SPECIAL_PROCEDURES, publicNotice]);
  const events = [
    START,
    aSuspension({ procedure: 'public-notice', from: d('2026-03-04') }),
    aResumption('2026-03-10'),
  ];

  it('stops for what only the place excludes, while the statutory one runs on', () => {
    expect(deriveClock(place, events, calendar).due).toEqual(date('2026-03-16'));
    expect(deriveClock(STATUTORY.decision, events, calendar).due).toEqual(date('2026-03-30'));
  });

  it('is not extended with it', () => {
    expect(deriveClock(place, [START, anExtension()], calendar).due).toEqual(date('2026-03-09'));
  });
});
