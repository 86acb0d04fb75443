import fc from 'fast-check';
import { Refusal } from '@onewindow/kernel';
import {
  anOfficer,
  aTest,
  aVisit,
  counting,
  decider,
  GRANT,
  means,
  on,
  anOpenTrack,
  REFUSE,
  REPORT,
  reviewer,
} from '../../../test/fixtures.js';
import { decide } from './decision.js';
import { extendTerm } from './extension.js';
import { recordOpinion } from './opinion.js';
import { completeSiteVisit } from './site-visit.js';
import { endSpecialProcedure, startSpecialProcedure } from './special-procedures.js';
import { deadlinesOf, missTerm, warnOfTerm } from './term.js';
import { isDecided, trackLifecycle } from './track-lifecycle.js';
import type { TrackEvent } from './track-events.js';
import type { Track } from './track.js';
import type { Change } from '@onewindow/kernel';

const SEED = 20_261_121;

const HEAD = anOfficer('wei', 'bureau', 'agency-head');

type Step = (track: Track, day: number) => Change<Track, TrackEvent>;

const dayAt = (day: number) => on(new Date(Date.UTC(2026, 10, 2 + day)).toISOString().slice(0, 10));

const steps: Readonly<Record<string, Step>> = {
  start: (track, day) =>
    startSpecialProcedure(track, aTest(`p${track.specialProcedures.length}`), dayAt(day), counting),
  end: (track, day) => {
    const running = track.specialProcedures.find(({ ended }) => ended === undefined);
    return endSpecialProcedure(
      track,
      {
        procedureId: running?.procedureId ?? 'none',
        result: 'inconclusive',
        conclusion: 'x',
        report: REPORT,
      },
      dayAt(day),
      counting,
    );
  },
  extend: (track, day) => extendTerm(track, { days: 3, reason: 'x' }, HEAD, dayAt(day), counting),
  opinion: (track, day) =>
    recordOpinion(
      track,
      { recommendation: 'grant', grounds: ['x'] },
      reviewer,
      dayAt(day),
      counting,
    ),
  visit: (track) => completeSiteVisit(track, aVisit(), counting),
  grant: (track, day) => decide(track, GRANT, decider, dayAt(day), means),
  refuse: (track, day) => decide(track, REFUSE, decider, dayAt(day), means),
  warn: (track, day) => warnOfTerm(track, dayAt(day)),
  miss: (track, day) => missTerm(track, dayAt(day), counting),
};

const history = fc.array(
  fc.record({ step: fc.constantFrom(...Object.keys(steps)), days: fc.nat({ max: 6 }) }),
  { maxLength: 25 },
);

/** Plays a history; what is refused leaves the track as it was. */
function play(of: readonly { step: string; days: number }[], check: (track: Track) => void): Track {
  let track = anOpenTrack({ siteVisit: true });
  let day = 0;
  for (const { step, days } of of) {
    day += days;
    try {
      track = steps[step]!(track, day).state;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    check(track);
  }
  return track;
}

describe(`Any history of a track (seed ${SEED})`, () => {
  const always = (property: (track: Track) => void) =>
    fc.assert(
      fc.property(history, (of) => void play(of, property)),
      { seed: SEED, numRuns: 300 },
    );

  it('is suspended exactly while a special procedure runs', () => {
    always((track) => {
      const running = track.specialProcedures.some(({ ended }) => ended === undefined);
      expect(track.status === 'suspended').toBe(running);
    });
  });

  it('is decided only after an opinion, a site visit and no running procedure', () => {
    always((track) => {
      expect(isDecided(track.status)).toBe(track.decision !== undefined);
      if (track.decision === undefined) return;
      expect(track.opinion).toBeDefined();
      expect(track.visited).toBeDefined();
      expect(track.decision.decidedBy).not.toBe(track.opinion?.reviewer);
      expect(track.licence === undefined).toBe(track.decision.outcome === 'refused');
      expect(track.appeal === undefined).toBe(track.decision.outcome === 'granted');
    });
  });

  it('has a deadline exactly while its date is known, undecided and not missed', () => {
    always((track) => {
      const { due, haltedSince } = track.dates.statutory;
      const awaited = due !== undefined && haltedSince === undefined;
      const armed = deadlinesOf(track)['term-end'] !== undefined;
      expect(armed).toBe(awaited && !isDecided(track.status) && track.missedAt === undefined);
    });
  });

  it('never gains or loses time but by its suspensions and its one extension', () => {
    always((track) => {
      const { due, haltedSince } = track.dates.statutory;
      const ended = track.specialProcedures.length;
      if (due === undefined || haltedSince !== undefined || ended > 0) return;
      expect(due).toBe(track.extension === undefined ? '2026-11-30' : '2026-12-03');
    });
  });

  it('is plain data after every step', () => {
    always((track) => expect(JSON.parse(JSON.stringify(track))).toEqual(track));
  });
});

describe('The lifecycle of a track', () => {
  it('leaves a decision by the order of a higher body or a court, and in no other way', () => {
    const decided = trackLifecycle.states.filter(isDecided);

    expect(decided).toEqual(['granted', 'refused']);
    for (const status of decided) {
      const leading = trackLifecycle
        .actionsFrom(status)
        .filter((action) => trackLifecycle.next(status, action) !== status);
      expect(leading).toEqual(['reopen']);
    }
  });
});
