import { NOTICE, withDaysOff, without } from '../../../test/calendars.js';
import {
  ACCEPTED,
  anItem,
  anOpenTrack,
  APPLICATION,
  aReviewedTrack,
  CASE,
  counting,
  decider,
  GRANT,
  means,
  on,
  tracks,
} from '../../../test/fixtures.js';
import { decide } from '../track/decision.js';
import { openTrack } from '../track/open-track.js';
import { deadlinesOf, missPromise, missTerm } from '../track/term.js';
import { isEnded, trackLifecycle } from '../track/track-lifecycle.js';
import { rederiveTrack } from './rederive-track.js';

const BY = { calendars: NOTICE };
/** A Friday inside every term here. */
const OFF = withDaysOff('2026-11-13');
const PROMISE = { unit: 'working-day', days: 10, source: '办事指南' } as const;

describe('A track on another calendar', () => {
  const track = anOpenTrack({ promisedTerm: PROMISE });

  it('moves both terms and their deadlines, and says what they were and why they moved', () => {
    const moved = rederiveTrack(track, OFF, BY);

    expect(moved?.events).toEqual([
      {
        type: 'due-dates-moved',
        before: { statutory: { due: '2026-11-30' }, promised: { due: '2026-11-16' } },
        after: { statutory: { due: '2026-12-01' }, promised: { due: '2026-11-17' } },
        calendars: NOTICE,
      },
    ]);
    expect(moved && deadlinesOf(moved.state)).toMatchObject({
      'term-end': '2026-12-01T16:00:00.000Z',
      'promised-end': '2026-11-17T16:00:00.000Z',
    });
  });

  it('has no entry where no date moves, though the calendar is another one', () => {
    expect(rederiveTrack(track, withDaysOff('2026-07-15'), BY)).toBeUndefined();
  });

  it('becomes a date, and is armed, when the year arrives that it waited for', () => {
    const before = without(2026);
    const item = anItem();
    const common = { applicationId: APPLICATION, caseNumber: CASE, ordinal: 1 };
    const open = openTrack({ ...common, acceptedAt: ACCEPTED, item }, before).state;
    expect(open.dates.statutory).toMatchObject({ missingYear: 2026 });
    expect(deadlinesOf(open)).toEqual({});

    const moved = rederiveTrack(open, counting, BY);
    expect(moved?.state.dates.statutory).toEqual({ due: '2026-11-30' });
    expect(moved && deadlinesOf(moved.state)['term-end']).toBe('2026-11-30T16:00:00.000Z');
  });

  it('goes on standing still while a procedure runs; only its projection moves', () => {
    const halted = rederiveTrack(tracks.suspended(), OFF, BY)?.state;

    expect(halted?.dates.statutory).toMatchObject({ haltedSince: '2026-11-04', due: '2026-12-08' });
    expect(halted && deadlinesOf(halted)).toEqual({});
  });

  it.each(trackLifecycle.states.filter(isEnded))('is left alone once it is %s', (status) => {
    expect(rederiveTrack(tracks[status](), OFF, BY)).toBeUndefined();
  });

  it('is left alone once its term was missed', () => {
    const missed = missTerm(track, on('2026-12-02'), counting).state;

    expect(missed.missedAt).toBeDefined();
    expect(rederiveTrack(missed, OFF, BY)).toBeUndefined();
  });

  it('keeps the date that was missed when it is decided late, on a calendar by which it was later', () => {
    const missed = missTerm(aReviewedTrack(), on('2026-12-01'), counting).state;
    const late = decide(missed, GRANT, decider, on('2026-12-01'), { ...means, counting: OFF });

    expect(missed.missedAt).toBe('2026-11-30T16:00:00.000Z');
    expect(late.state.dates.statutory).toEqual({ due: '2026-11-30' });
  });

  it('is missed by the calendar in force, also where its deadline was armed by the one before', () => {
    const back = { ...track, dates: rederiveTrack(track, OFF, BY)!.state.dates };

    expect(missTerm(track, on('2026-12-01'), OFF).events).toEqual([]);
    expect(missTerm(back, on('2026-12-02'), counting).state).toMatchObject({
      missedAt: '2026-11-30T16:00:00.000Z',
      dates: { statutory: { due: '2026-11-30' } },
    });
  });

  it('keeps a promise as it was when it was missed, and moves the statutory term', () => {
    const missed = missPromise(track, on('2026-11-18'), counting).state;

    expect(rederiveTrack(missed, OFF, BY)?.state.dates).toMatchObject({
      statutory: { due: '2026-12-01' },
      promised: { due: '2026-11-16' },
    });
  });
});
