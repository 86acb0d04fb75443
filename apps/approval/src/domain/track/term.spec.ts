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
import { deadlinesOf, lampOf, missTerm, warnOfTerm } from './term.js';
import { trackLifecycle } from './track-lifecycle.js';

const DUE = legalDate('2026-11-30');
const AFTER = endOfDay(DUE);
const WARNING = instantOf('2026-11-24T16:00:00.000Z');

const none = { 'term-warning': undefined, 'term-end': undefined };

describe('The deadlines of a track', () => {
  it('are the warning and the end of the statutory term', () => {
    expect(deadlinesOf(anOpenTrack())).toEqual({ 'term-warning': WARNING, 'term-end': AFTER });
  });

  it.each(['suspended', ...trackLifecycle.finalStates] as const)(
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
  it('lights the blue lamp once', () => {
    const { state, events } = warnOfTerm(anOpenTrack(), WARNING);

    expect(events).toEqual([{ type: 'term-warning', due: DUE }]);
    expect(lampOf(state)).toBe('blue');
    expect(warnOfTerm(state, AFTER).events).toEqual([]);
  });

  it('is not warned of early', () => {
    expect(warnOfTerm(anOpenTrack(), on('2026-11-24')).events).toEqual([]);
    expect(lampOf(anOpenTrack())).toBeUndefined();
  });

  it('is warned of anew when a special procedure moved its end', () => {
    const warned = { ...tracks.suspended(), warnedOf: DUE };
    const { state } = endSpecialProcedure(
      warned,
      { procedureId: 'procedure-1', result: 'favourable', conclusion: 'ok', report: REPORT },
      on('2026-11-10'),
      counting,
    );

    expect(lampOf(state)).toBeUndefined();
    expect(deadlinesOf(state)['term-warning']).toBe(instantOf('2026-12-01T16:00:00.000Z'));
  });
});

describe('A term that passed', () => {
  it('lights the red lamp from the end of its last day', () => {
    const { state, events } = missTerm(anOpenTrack(), on('2026-12-02'), counting);

    expect(events).toEqual([{ type: 'term-missed', due: DUE, missedAt: AFTER }]);
    expect(lampOf(state)).toBe('red');
    expect(deadlinesOf(state)).toEqual(none);
    expect(missTerm(state, on('2026-12-03'), counting).events).toEqual([]);
  });

  it('is not missed on its last day', () => {
    expect(missTerm(anOpenTrack(), on('2026-11-30', '23:59'), counting).events).toEqual([]);
  });

  it.each(['suspended', ...trackLifecycle.finalStates] as const)(
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
    expect(lampOf(state)).toBe('red');
  });
});
