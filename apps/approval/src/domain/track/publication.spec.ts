import { addMilliseconds } from '@onewindow/kernel';
import { aReviewedTrack, decider, GRANT, means, on, rulesOf } from '../../../test/fixtures.js';
import { decide } from './decision.js';
import { protectDecision, unmetByPublication, type Publishing } from './publication.js';
import type { ConfidentialityMark, DecisionProtection } from './publication-ruling.js';

const at = on('2026-11-06');
const LATER = on('2026-12-01');
const item = aReviewedTrack().item;

const RECIPE: DecisionProtection = {
  kind: 'trade-secret',
  parts: ['conditions'],
  reason: '条件中写明了配方',
};
const SECRET: DecisionProtection = {
  kind: 'state-secret',
  parts: [],
  reason: '已依法定密',
  classifiedBy: '海密〔2026〕3号',
};
const MARK: ConfidentialityMark = {
  kind: 'trade-secret',
  parts: ['conditions', 'holder'],
  reason: '尚未公开',
};
const DISCLOSED = {
  parts: ['holder'],
  ground: 'public-interest',
  reason: '不公开对公共利益有重大影响',
} as const;

const publishing = (change: Partial<Publishing>): Publishing => ({
  outcome: 'granted',
  item,
  protection: [],
  disclosed: [],
  marks: [],
  ...change,
});
const unmet = (change: Partial<Publishing>) =>
  unmetByPublication(publishing(change)).map(({ rule }) => rule);

const granted = () =>
  decide(
    aReviewedTrack(),
    { ...GRANT, publication: { protection: [RECIPE], disclosed: [] } },
    decider,
    at,
    means,
  ).state;

describe('The publication of a decision', () => {
  it.each<[string, Partial<Publishing>, string[]]>([
    ['with nothing to keep', {}, []],
    ['of a refusal, which is not published', { outcome: 'refused', marks: [MARK] }, []],
    [
      'of a refusal with something withheld',
      { outcome: 'refused', protection: [RECIPE] },
      ['only-grants-are-published'],
    ],
    ['with a mark that nobody answers', { marks: [MARK] }, ['marks-answered']],
    ['with half of a mark answered', { marks: [MARK], protection: [RECIPE] }, ['marks-answered']],
    [
      'with a mark answered in parts, one withheld and one published',
      { marks: [MARK], protection: [RECIPE], disclosed: [DISCLOSED] },
      [],
    ],
    ['with a mark on another item', { marks: [{ ...MARK, item: 'tobacco' }] }, []],
    ['as a state secret, whatever is marked', { marks: [MARK], protection: [SECRET] }, []],
    [
      'with one part withheld and published',
      { protection: [RECIPE], disclosed: [{ ...DISCLOSED, parts: ['conditions'] }] },
      ['withheld-or-published'],
    ],
    [
      'without a reason, without parts',
      { protection: [{ ...RECIPE, parts: [], reason: ' ' }], disclosed: [] },
      ['publication-gives-reason', 'protected-parts-named'],
    ],
    [
      'as a state secret that was not classified, with parts',
      { protection: [{ kind: 'state-secret', parts: ['holder'], reason: '涉密' }] },
      ['state-secret-classified', 'state-secret-is-whole'],
    ],
    [
      'against the wish of the applicant without a reason',
      { marks: [MARK], disclosed: [{ ...DISCLOSED, parts: MARK.parts, reason: '' }] },
      ['publication-gives-reason'],
    ],
  ])('%s', (_, change, rules) => {
    expect(unmet(change)).toEqual(rules);
  });

  it('is ruled with the decision, under the name of who made it', () => {
    expect(granted().decision?.publication).toEqual([
      { protection: [RECIPE], disclosed: [], ruledAt: at, ruledBy: decider.name },
    ]);
  });
});

describe('Changing what is withheld', () => {
  const change = (
    asked: Parameters<typeof protectDecision>[1],
    marks = [] as ConfidentialityMark[],
  ) => protectDecision(granted(), asked, marks, decider, LATER);
  const CEASED = { protection: [], disclosed: [], reason: '配方已经公开' };

  it('keeps every ruling with its reason and leaves the decision as it was', () => {
    const before = granted();
    const { state, events } = change(CEASED);
    const [first, second, ...more] = state.decision?.publication ?? [];

    expect([first?.protection, second?.protection, more]).toEqual([[RECIPE], [], []]);
    expect(second).toMatchObject({ reason: '配方已经公开', ruledAt: LATER, ruledBy: decider.name });
    expect(events).toEqual([
      { type: 'decision-protected', decision: before.decision?.number, ruling: second },
    ]);
    const { publication: _, ...decision } = before.decision!;
    expect(state).toEqual({ ...before, decision: { ...decision, publication: [first, second] } });
  });

  it('is later than what it changes, also where a clock stands still or was set back', () => {
    const ruledAt = [on('2026-11-06'), on('2026-11-05')].map((now) => {
      const { state } = protectDecision(granted(), CEASED, [], decider, now);
      const again = { ...CEASED, protection: [RECIPE] };
      return protectDecision(state, again, [], decider, now).state.decision?.publication?.map(
        (ruling) => ruling.ruledAt,
      );
    });

    expect(ruledAt).toEqual(Array(2).fill([at, addMilliseconds(at, 1), addMilliseconds(at, 2)]));
  });

  it('is refused without a reason, without a change, or with a mark unanswered', () => {
    expect(rulesOf(() => change({ protection: [RECIPE], disclosed: [], reason: '' }))).toEqual([
      'publication-change-gives-reason',
      'publication-changes',
    ]);
    expect(rulesOf(() => change(CEASED, [MARK]))).toEqual(['marks-answered']);
  });

  it('is for grants alone', () => {
    expect(() => protectDecision(aReviewedTrack(), CEASED, [], decider, LATER)).toThrow(
      'action-not-allowed-in-state',
    );
  });
});
