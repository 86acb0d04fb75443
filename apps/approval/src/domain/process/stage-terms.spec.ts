import { aTest, counting, on, REPORT, reviewer } from '../../../test/fixtures.js';
import {
  aDefinition,
  aStage,
  aTrackUnder,
  decision,
  LARGE,
  review,
} from '../../../test/processes.js';
import { recordOpinion } from '../track/opinion.js';
import { endSpecialProcedure, startSpecialProcedure } from '../track/special-procedures.js';
import { deadlinesOf } from '../track/term.js';
import type { Track } from '../track/track.js';
import { completeStage } from './stage-acts.js';
import { warnOfStages } from './stage-terms.js';

const dueOf = (track: Track, stage: string) =>
  track.stages?.find(({ code }) => code === stage)?.due;

/** Accepted on Monday 2026-11-02. */
const track = aTrackUnder(LARGE, { siteArea: 5 });

describe('The term of a stage', () => {
  it('is counted in working days from the day after it began, over a weekend too', () => {
    expect(dueOf(track, 'review')).toEqual({ due: '2026-11-05' });
    const opinion = { recommendation: 'grant', grounds: ['x'] } as const;
    const { state } = recordOpinion(track, opinion, reviewer, on('2026-11-05'), counting);

    expect(dueOf(state, 'fire')).toEqual({ due: '2026-11-12' });
    expect(dueOf(state, 'roads')).toBeUndefined();
  });

  it('is over at the end of its last day, not a minute after it began', () => {
    expect(deadlinesOf(track)['stage-due']).toBe('2026-11-05T16:00:00.000Z');
    expect(warnOfStages(track, on('2026-11-02', '10:01')).events).toEqual([]);
    expect(warnOfStages(track, on('2026-11-05', '23:59')).events).toEqual([]);

    const late = warnOfStages(track, on('2026-11-06', '00:00'));
    expect(late.events).toEqual([{ type: 'stage-overdue', stage: 'review', due: '2026-11-05' }]);
    expect(warnOfStages(late.state, on('2026-11-09')).events).toEqual([]);
    expect(deadlinesOf(late.state)['stage-due']).toBeUndefined();
  });

  it('only warns: a late stage is done like any other', () => {
    const late = warnOfStages(track, on('2026-11-09')).state;

    expect(late.status).toBe('in-review');
    expect(late.missedAt).toBeUndefined();
  });

  it('stands still and moves with the clock of its track', () => {
    const stopped = startSpecialProcedure(track, aTest('p'), on('2026-11-04'), counting).state;
    expect(dueOf(stopped, 'review')).toMatchObject({ haltedSince: '2026-11-04' });
    expect(deadlinesOf(stopped)['stage-due']).toBeUndefined();

    const end = {
      procedureId: 'p',
      result: 'favourable',
      conclusion: 'x',
      report: REPORT,
    } as const;
    const running = endSpecialProcedure(stopped, end, on('2026-11-10'), counting).state;
    expect(dueOf(running, 'review')).toEqual({ due: '2026-11-12' });
    expect(deadlinesOf(running)['stage-due']).toBe('2026-11-12T16:00:00.000Z');
  });

  it('is never later than the statutory date', () => {
    const slow = aDefinition([
      aStage('first'),
      review(['first'], { workingDays: 20 }),
      decision(['review']),
    ]);
    const first = { stage: 'first', outcome: '同意' };
    const begun = completeStage(
      aTrackUnder(slow),
      first,
      reviewer,
      on('2026-11-10'),
      counting,
    ).state;

    expect(begun.dates.statutory).toEqual({ due: '2026-11-30' });
    expect(dueOf(begun, 'review')).toEqual({ due: '2026-11-30' });
  });
});
