import { legalDate } from '@onewindow/kernel';
import {
  aTest,
  counting,
  decider,
  means,
  on,
  REFUSE,
  reviewer,
  rulesOf,
  tracks,
} from '../../../test/fixtures.js';
import { explainClock } from '@onewindow/statutory-clock';
import { decide } from './decision.js';
import { extendTerm } from './extension.js';
import { recordOpinion } from './opinion.js';
import { reopenTrack } from './reopening.js';
import { startSpecialProcedure } from './special-procedures.js';
import { deadlinesOf, missTerm } from './term.js';
import { statutoryRule } from './track-clock.js';
import { isDecided, trackLifecycle } from './track-lifecycle.js';
import type { ReopeningOrder } from './track-contents.js';
import type { Track } from './track.js';

/** The decision of the fixtures was made on 2026-11-06. */
const ORDER: ReopeningOrder = {
  kind: 'reconsideration',
  body: '海棠市人民政府',
  documentNumber: '海政复决字〔2026〕12号',
  madeOn: legalDate('2026-11-18'),
  effectiveOn: legalDate('2026-11-20'),
  document: { hash: 'b'.repeat(64), name: 'o.pdf', mediaType: 'application/pdf', size: 9 },
};
const NOW = on('2026-11-23');

const reopen = (change: Partial<ReopeningOrder> = {}, track: Track = tracks.refused()) =>
  reopenTrack(track, { ...ORDER, ...change }, decider, NOW, counting);

describe('A decision that was quashed and has to be made anew', () => {
  it('starts the term anew on the day that the order took effect, with a deadline of its own', () => {
    const { state, events } = reopen();

    expect(state).toMatchObject({
      status: 'in-review',
      dates: { statutory: { due: '2026-12-18' } },
    });
    expect(deadlinesOf(state)['term-end']).toBe('2026-12-18T16:00:00.000Z');
    expect(state.clock.map(({ type }) => type)).toEqual(['started', 'met', 'restarted']);
    expect(events).toMatchObject([
      {
        type: 'track-reopened',
        reopening: { order: ORDER, reopenedAt: NOW, recordedBy: 'wang' },
        statutory: { due: '2026-12-18' },
      },
    ]);
  });

  it('keeps what was decided on record, and nothing of it in force', () => {
    const refused = tracks.refused();
    const { state } = reopen();

    expect(state.reopenings?.[0]?.quashed).toEqual(refused.decision);
    for (const gone of ['decision', 'appeal', 'licence', 'opinion', 'extension', 'missedAt']) {
      expect(state).not.toHaveProperty(gone);
    }
    expect(reopen({}, tracks.granted()).state.reopenings?.[0]?.annulledLicence).toBe(
      tracks.granted().licence?.number,
    );
  });

  it('runs by the term of the order where it sets one, which nobody extends', () => {
    const { state } = reopen({ term: { unit: 'working-day', days: 5 } });

    expect(state.dates.statutory).toEqual({ due: '2026-11-27' });
    expect(state.terms.statutory.source).toBe('行政复议法 64（海政复决字〔2026〕12号）');
    expect(
      rulesOf(() =>
        extendTerm(
          state,
          { days: 1, reason: 'x' },
          { ...decider, roles: ['agency-head'] },
          NOW,
          counting,
        ),
      ),
    ).toContain('extension-allowed');
  });

  it('may be extended once again where the term of the item runs anew', () => {
    const head = { ...decider, roles: ['agency-head'] as const };
    const once = extendTerm(
      tracks.reviewed(),
      { days: 2, reason: 'x' },
      head,
      on('2026-11-05'),
      counting,
    );
    const refused = decide(once.state, REFUSE, decider, on('2026-11-06'), means).state;
    const again = extendTerm(
      reopen({}, refused).state,
      { days: 3, reason: 'x' },
      head,
      NOW,
      counting,
    );

    expect(refused.extension?.noticeNumber).toMatch(/-E$/);
    expect(again.state).toMatchObject({
      dates: { statutory: { due: '2026-12-23' } },
      extension: { noticeNumber: expect.stringMatching(/-E2$/) as string },
    });
  });

  it('is a decision of its own, with its own number', () => {
    const { state } = reopen();
    const reviewed = recordOpinion(
      state,
      { recommendation: 'refuse', grounds: ['另有事实'] },
      reviewer,
      NOW,
      counting,
    ).state;
    const again = decide(reviewed, REFUSE, decider, on('2026-11-24'), means).state;

    expect(tracks.refused().decision?.number).toMatch(/-01-D$/);
    expect(again.decision?.number).toMatch(/-01-D2$/);
    expect(rulesOf(() => reopen({}, again))).toEqual([
      'made-after-the-decision',
      'document-used-once',
    ]);
  });

  it('needs an opinion first, and is stopped by special procedures as before', () => {
    const { state } = reopen();
    const stopped = startSpecialProcedure(state, aTest('p2'), on('2026-11-25'), counting).state;

    expect(rulesOf(() => decide(state, REFUSE, decider, NOW, means))).toContain('opinion-recorded');
    expect(stopped.dates.statutory).toMatchObject({ haltedSince: '2026-11-25' });
  });

  it('is missed anew where the new term passes too', () => {
    expect(missTerm(reopen().state, on('2026-12-19'), counting).events).toMatchObject([
      { type: 'term-missed', due: '2026-12-18' },
    ]);
  });

  it('says in its explanation by which document the term began anew', () => {
    const { terms, clock } = reopen().state;
    const { steps } = explainClock(statutoryRule(terms.statutory), clock, counting.calendar);

    expect(steps[1]?.message.en).toContain('2026-11-20');
    expect(steps[2]?.message.zh).toContain(
      '重新起算，此前的期间不再计算：海棠市人民政府海政复决字〔2026〕12号（行政复议法 64）',
    );
  });

  it('is refused with all that is wrong with the document', () => {
    expect(
      rulesOf(() =>
        reopen({
          body: ' ',
          documentNumber: '',
          madeOn: legalDate('2026-11-05'),
          effectiveOn: legalDate('2026-11-24'),
        }),
      ),
    ).toEqual(['made-after-the-decision', 'in-effect', 'body-named', 'document-numbered']);
    expect(rulesOf(() => reopen({ effectiveOn: '2026-11-31' as never }))).toContain('dates-exist');
    expect(rulesOf(() => reopen({ effectiveOn: legalDate('2026-11-17') }))).toEqual(['in-effect']);
  });

  it.each(trackLifecycle.states.filter((status) => !isDecided(status)))(
    'is not possible while the track is %s',
    (status) => {
      expect(() => reopen({}, tracks[status]())).toThrow('action-not-allowed-in-state');
    },
  );
});
