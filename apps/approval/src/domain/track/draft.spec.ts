import {
  counting,
  anOfficer,
  aReviewedTrack,
  decider,
  on,
  refusalOf,
  reviewer,
  rulesOf,
} from '../../../test/fixtures.js';
import { decide } from './decision.js';
import type { DecisionContent } from './decision-content.js';
import { draftDecision, reviewDraft, unmetByDraft } from './draft.js';
import { recordOpinion } from './opinion.js';
import { means } from '../../../test/fixtures.js';
import type { Track } from './track.js';

const CONTENT: DecisionContent = {
  outcome: 'granted',
  reasons: ['符合规划'],
  legalBasis: ['条例 21'],
  conditions: ['每季度清掏隔油池'],
};
const DRAFTED = on('2026-11-06');
const checker = anOfficer('zhou', 'bureau', 'agency-head');
const drafted = (track: Track = aReviewedTrack()) =>
  draftDecision(track, CONTENT, 'hash-1', reviewer, DRAFTED).state;
const review = (track: Track, changes: Partial<Parameters<typeof reviewDraft>[1]> = {}) =>
  reviewDraft(
    track,
    { result: 'approved', remarks: [], hash: 'hash-1', ...changes },
    checker,
    on('2026-11-06', '15:00'),
  );
const signing = (track: Track, hash = 'hash-1', officer = decider) =>
  unmetByDraft(track, hash, officer, 'optional').map(({ rule }) => rule);

describe('Drafting a decision', () => {
  it('keeps what it says, who wrote it, and the hash of its content', () => {
    expect(drafted().draft).toEqual({
      ...CONTENT,
      hash: 'hash-1',
      draftedAt: DRAFTED,
      draftedBy: 'li',
      draftedByName: 'li of bureau',
    });
  });

  it('asks for reasons of a refusal, for its basis, and for no conditions of it, all at once', () => {
    const wrong = { ...CONTENT, outcome: 'refused', reasons: [' '], legalBasis: [] } as const;

    expect(
      rulesOf(() => draftDecision(aReviewedTrack(), wrong, 'hash', reviewer, DRAFTED)),
    ).toEqual(['refusal-gives-reasons', 'legal-basis-given', 'conditions-of-a-grant']);
  });
});

describe('Reviewing a draft', () => {
  it('is done by another than its author, of what was read, once, with remarks when it goes back', () => {
    const track = drafted();

    expect(
      rulesOf(() =>
        reviewDraft(
          track,
          { result: 'returned', remarks: [], hash: 'older' },
          reviewer,
          on('2026-11-07'),
        ),
      ),
    ).toEqual([
      'reviewed-by-another-than-the-author',
      'reviewed-as-drafted',
      'returned-with-remarks',
    ]);
    expect(rulesOf(() => review(review(track).state))).toEqual(['reviewed-once']);
    expect(refusalOf(() => review(aReviewedTrack())).code).toBe('draft-not-possible');
  });

  it('begins anew with a new draft', () => {
    const again = drafted(review(drafted()).state);

    expect(again.draft).not.toHaveProperty('review');
    expect(signing(again)).toEqual(['draft-reviewed']);
  });
});

describe('Signing', () => {
  it('is refused before the review, and after one that sent the draft back', () => {
    expect(signing(drafted())).toEqual(['draft-reviewed']);
    expect(signing(review(drafted(), { result: 'returned', remarks: ['补充依据'] }).state)).toEqual(
      ['draft-reviewed'],
    );
  });

  it('is of what was reviewed and nothing else, by another than its author', () => {
    const track = review(drafted()).state;

    expect(signing(track)).toEqual([]);
    expect(signing(track, 'hash-2')).toEqual(['signed-as-reviewed']);
    expect(signing(track, 'hash-1', { ...decider, id: 'li' })).toEqual([
      'signed-by-another-than-the-author',
    ]);
  });

  it('may be by whoever reviewed the draft', () => {
    expect(signing(review(drafted()).state, 'hash-1', checker)).toEqual([]);
  });

  it('needs no draft, unless the place says so', () => {
    const rules = (rule: 'required' | 'optional') =>
      unmetByDraft(aReviewedTrack(), 'hash', decider, rule).map((each) => each.rule);

    expect(rules('optional')).toEqual([]);
    expect(rules('required')).toEqual(['decision-drafted']);
  });

  it('does not rest on a draft that is older than the opinion', () => {
    const stale = review(drafted()).state;
    const { opinion: _, ...open } = stale;
    const anew = recordOpinion(
      { ...open, status: 'in-review' },
      { recommendation: 'refuse', grounds: ['x'] },
      reviewer,
      on('2026-11-09'),
      counting,
    ).state;

    expect(unmetByDraft(anew, 'hash-1', decider, 'required').map(({ rule }) => rule)).toEqual([
      'decision-drafted',
    ]);
  });

  it('puts the conditions of a grant into the decision', () => {
    const { state } = decide(review(drafted()).state, CONTENT, decider, on('2026-11-07'), means);

    expect(state.decision?.conditions).toEqual(['每季度清掏隔油池']);
  });
});
