import { endOfDay, instantOf, legalDate } from '@onewindow/kernel';
import {
  anOpenTrack,
  counting,
  decider,
  GRANT,
  means,
  on,
  REPORT,
  tracks,
} from '../../../test/fixtures.js';
import { decide } from './decision.js';
import { endSpecialProcedure } from './special-procedures.js';
import { deadlinesOf, lampOf, missPromise, missTerm, warnOfTerm } from './term.js';
import { isEnded, trackLifecycle } from './track-lifecycle.js';
import type { Track } from './track.js';

const DUE = legalDate('2026-11-30');
const AFTER = endOfDay(DUE);
const WARNING = instantOf('2026-11-23T16:00:00.000Z');

const lamp = (track: Track, date: string) => lampOf(track, legalDate(date), counting);

const none = { 'term-warning': undefined, 'term-end': undefined, 'promised-end': undefined };

const PROMISE = { unit: 'working-day', days: 10, source: '办事指南' } as const;
const promised = (): Track => anOpenTrack({ promisedTerm: PROMISE });
const PROMISED = legalDate('2026-11-16');

describe('The deadlines of a track', () => {
  it('are the warning and the end of the statutory term', () => {
    expect(deadlinesOf(anOpenTrack())).toEqual({
      ...none,
      'term-warning': WARNING,
      'term-end': AFTER,
    });
  });

  it('are those of the promised term too, with the warning that comes first', () => {
    expect(deadlinesOf(promised())).toEqual({
      'term-warning': instantOf('2026-11-11T16:00:00.000Z'),
      'term-end': AFTER,
      'promised-end': endOfDay(PROMISED),
    });
  });

  it.each(['suspended', ...trackLifecycle.states.filter(isEnded)] as const)(
    'are none while the track is %s',
    (status) => {
      expect(deadlinesOf(tracks[status]())).toEqual(none);
    },
  );

  it('are none on an open date', () => {
    expect(deadlinesOf(anOpenTrack({}, on('2026-12-14')))).toEqual(none);
  });

  it('stay with an opinion, which decides nothing', () => {
    expect(deadlinesOf(tracks.reviewed())).toEqual(deadlinesOf(tracks['in-review']()));
  });
});

describe('A term that runs low', () => {
  it('is recorded once for each lamp', () => {
    const blue = warnOfTerm(anOpenTrack(), WARNING);
    const yellow = warnOfTerm(blue.state, on('2026-11-30', '00:00'));

    expect(blue.events).toEqual([{ type: 'term-warning', due: DUE, lamp: 'blue' }]);
    expect(warnOfTerm(blue.state, on('2026-11-29')).events).toEqual([]);
    expect(yellow.events).toEqual([{ type: 'term-warning', due: DUE, lamp: 'yellow' }]);
    expect(warnOfTerm(yellow.state, AFTER).events).toEqual([]);
    expect(deadlinesOf(yellow.state)['term-warning']).toBeUndefined();
  });

  it('is recorded with its gravest lamp alone when the firing comes late', () => {
    const { events } = warnOfTerm(anOpenTrack(), on('2026-11-30'));

    expect(events).toEqual([{ type: 'term-warning', due: DUE, lamp: 'yellow' }]);
  });

  it('is told apart from a promised term that runs low', () => {
    const first = warnOfTerm(promised(), on('2026-11-12'));
    const later = warnOfTerm(first.state, on('2026-11-24'));

    expect(first.events).toEqual([{ type: 'promised-warning', due: PROMISED, lamp: 'blue' }]);
    expect(later.events).toEqual([
      { type: 'term-warning', due: DUE, lamp: 'blue' },
      { type: 'promised-warning', due: PROMISED, lamp: 'yellow' },
    ]);
  });

  it('is not warned of early', () => {
    expect(warnOfTerm(anOpenTrack(), on('2026-11-23')).events).toEqual([]);
  });

  it.each([
    ['2026-11-23', undefined],
    ['2026-11-24', 'blue'],
    ['2026-11-29', 'blue'],
    ['2026-11-30', 'yellow'],
    ['2026-12-01', 'red'],
  ])('shows on %s the lamp %s', (date, expected) => {
    expect(lamp(anOpenTrack(), date)).toBe(expected);
  });

  it.each(['suspended', ...trackLifecycle.states.filter(isEnded)] as const)(
    'shows no lamp while the track is %s',
    (status) => {
      expect(lamp(tracks[status](), '2026-12-31')).toBeUndefined();
    },
  );

  it('is warned of anew when a special procedure moved its end', () => {
    const warned = {
      ...tracks.suspended(),
      warned: { statutory: { due: DUE, lamp: 'blue', from: WARNING } },
    } as const;
    const { state } = endSpecialProcedure(
      warned,
      { procedureId: 'procedure-1', result: 'favourable', conclusion: 'ok', report: REPORT },
      on('2026-11-10'),
      counting,
    );

    expect(lamp(state, '2026-11-30')).toBeUndefined();
    expect(deadlinesOf(state)['term-warning']).toBe(instantOf('2026-11-30T16:00:00.000Z'));
  });
});

describe('A term that passed', () => {
  it('is recorded as of the end of its last day', () => {
    const { state, events } = missTerm(anOpenTrack(), on('2026-12-02'), counting);

    expect(events).toEqual([{ type: 'term-missed', due: DUE, missedAt: AFTER }]);
    expect(lamp(state, '2026-12-02')).toBe('red');
    expect(deadlinesOf(state)).toEqual(none);
    expect(missTerm(state, on('2026-12-03'), counting).events).toEqual([]);
  });

  it('is not missed on its last day', () => {
    expect(missTerm(anOpenTrack(), on('2026-11-30', '23:59'), counting).events).toEqual([]);
  });

  it.each(['suspended', ...trackLifecycle.states.filter(isEnded)] as const)(
    'is not missed while the track is %s',
    (status) => {
      expect(missTerm(tracks[status](), on('2026-12-31'), counting).events).toEqual([]);
    },
  );

  it('is never missed on an open date', () => {
    const track = anOpenTrack({}, on('2026-12-14'));

    expect(missTerm(track, on('2027-06-01'), counting).events).toEqual([]);
  });

  it('can still be decided, and stays red', () => {
    const late = missTerm(tracks.reviewed(), on('2026-12-02'), counting).state;
    const { state } = decide(late, GRANT, decider, on('2026-12-03'), means);

    expect(state.status).toBe('granted');
    expect(lamp(state, '2026-12-31')).toBe('red');
  });
});

describe('A promised term that passed', () => {
  const missed = () => missPromise(promised(), on('2026-11-17'), counting);

  it('is recorded as of the end of its last day, and the statutory term runs on', () => {
    const { state, events } = missed();

    expect(events).toEqual([
      { type: 'promised-missed', due: PROMISED, missedAt: endOfDay(PROMISED) },
    ]);
    expect(lampOf(state, legalDate('2026-11-17'), counting, 'promised')).toBe('red');
    expect(lamp(state, '2026-11-17')).toBeUndefined();
    expect(deadlinesOf(state)).toEqual({
      ...none,
      'term-warning': WARNING,
      'term-end': AFTER,
    });
    expect(missPromise(state, on('2026-11-18'), counting).events).toEqual([]);
  });

  it('does not keep the statutory one from being missed in its turn', () => {
    const { state, events } = missTerm(missed().state, on('2026-12-01'), counting);

    expect(events).toEqual([{ type: 'term-missed', due: DUE, missedAt: AFTER }]);
    expect(state.clock.filter(({ type }) => type === 'missed')).toHaveLength(2);
  });

  it('is not recorded on its last day, nor where nothing was promised', () => {
    expect(missPromise(promised(), on('2026-11-16', '23:59'), counting).events).toEqual([]);
    expect(missPromise(anOpenTrack(), on('2026-12-31'), counting).events).toEqual([]);
  });
});
