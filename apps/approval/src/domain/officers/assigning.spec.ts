import fc from 'fast-check';
import type { LegalDate } from '@onewindow/kernel';
import { anOpenTrack, aReviewedTrack, on } from '../../../test/fixtures.js';
import { anOfficerInPost, competentFor, WORK_RULES } from '../../../test/officers.js';
import type { Authorisation } from './authorisation.js';
import { chooseOfficer, mayGet, weightOf, type Candidate, type TaskToAssign } from './assigning.js';

const SEED = 20_261_122;
const NOW = on('2026-11-05');
const matter = {
  applicantAccount: 'chen',
  applicant: { name: '某餐饮公司', creditCode: '91371500MA9YXW1T5X' },
};

const task = (changes: Partial<TaskToAssign> = {}): TaskToAssign => ({
  track: anOpenTrack(),
  act: 'review',
  role: 'approver',
  matter,
  last: [],
  turn: 0,
  ...changes,
});

const candidate = (
  account: string,
  openWork = 0,
  changes: Parameters<typeof anOfficerInPost>[1] = {},
): Candidate => ({ officer: anOfficerInPost(account, changes), openWork });

const chosen = (
  candidates: readonly Candidate[],
  of: Partial<TaskToAssign> = {},
  rules = WORK_RULES,
) => chooseOfficer(candidates, task(of), NOW, rules)?.account;

describe('Who gets a task', () => {
  it('is the officer with the least open work', () => {
    expect(chosen([candidate('a', 5), candidate('b', 3), candidate('c', 4)])).toBe('b');
  });

  it('is each of equals in turn', () => {
    const equals = [candidate('b'), candidate('a'), candidate('c')];

    expect([0, 1, 2, 3].map((turn) => chosen(equals, { turn }))).toEqual(['a', 'b', 'c', 'a']);
  });

  it('is nobody who would have more than their limit, a site visit counting more', () => {
    const almost = [candidate('a', 9, { limit: 10 })];

    expect(chosen(almost)).toBe('a');
    expect(chosen(almost, { track: anOpenTrack({ siteVisit: true }) })).toBeUndefined();
  });

  it('is not the reviewer for the decision, unless it is made on the spot', () => {
    const all = { competences: [competentFor(['review', 'decide', 'decide-at-window'])] };
    const li = [candidate('li', 0, all)];

    expect(chosen(li, { track: aReviewedTrack(), act: 'decide' })).toBeUndefined();
    expect(chosen(li, { track: aReviewedTrack(), act: 'decide-at-window' })).toBe('li');
  });

  it('is nobody whose post has not the role that the stage takes', () => {
    const posts = [
      candidate('a', 0, { roles: ['decision-officer'] }),
      candidate('b', 9, { roles: ['inspector', 'approver'] }),
    ];

    expect(chosen(posts)).toBe('b');
    expect(chosen(posts, { role: 'decision-officer' })).toBe('a');
    expect(chosen(posts, { role: 'agency-head' })).toBeUndefined();
    expect(chosen([candidate('c')], { role: 'agency-head' })).toBe('c');
  });

  it('is the delegate of whoever hands their work over', () => {
    const delegation: Authorisation = {
      authorisationId: 'a-1',
      kind: 'delegation',
      documentNumber: '海审委〔2026〕4号',
      acts: ['review'],
      from: today,
      until: today,
      by: 'a',
      byName: 'a',
      grantedAt: NOW,
    };
    const both = [
      candidate('a'),
      candidate('b', 9, { competences: [], authorisations: [delegation] }),
    ];

    expect(chosen(both, { passOver: ['a'] })).toBe('b');
    expect(chosen(both, { passOver: ['a', 'b'] })).toBeUndefined();
  });

  it('is another officer after so many matters of one applicant in a row, if there is one', () => {
    const [a, b] = [candidate('a', 0), candidate('b', 9)];
    const last = ['a', 'a', 'a'];

    expect(chosen([a, b], { last })).toBe('b');
    expect(chosen([a, b], { last: ['a', 'a', 'b'] })).toBe('a');
    expect(chosen([a, b], { last: ['a', 'a'] })).toBe('a');
    expect(chosen([a, b], { last }, { ...WORK_RULES, mattersInARow: 0 })).toBe('a');
    expect(chosen([a], { last })).toBe('a');
  });

  it('is another officer after so many months with an item, if there is one', () => {
    const since = (date: string) => ({
      competences: [{ ...competentFor(['review']), since: date as LegalDate }],
    });
    const rules = { ...WORK_RULES, monthsWithAnItem: 12 };
    const fresh = candidate('b', 9, since('2025-11-06'));

    expect(chosen([candidate('a', 0, since('2025-11-05')), fresh], {}, rules)).toBe('b');
    expect(chosen([candidate('a', 0, since('2025-11-06')), fresh], {}, rules)).toBe('a');
    expect(chosen([candidate('a', 0, since('2020-01-01'))], {}, rules)).toBe('a');
  });
});

const today = '2026-11-05' as LegalDate;
const relations = [
  {
    with: { kind: 'organisation' as const, creditCode: matter.applicant.creditCode },
    reason: 'x',
    declaredAt: NOW,
    declaredBy: 'x',
  },
];

const anyCandidate = fc
  .record({
    account: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    openWork: fc.nat({ max: 4 }),
    limit: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    competent: fc.boolean(),
    away: fc.boolean(),
    related: fc.boolean(),
    left: fc.boolean(),
  })
  .map(({ account, openWork, limit, competent, away, related, left }) =>
    candidate(account, openWork, {
      ...(limit !== undefined && { limit }),
      competences: competent ? [competentFor(['review'])] : [competentFor(['decide'])],
      leaves: away ? [{ from: today, until: today, reason: 'x', recordedBy: 'x' }] : [],
      relations: related ? relations : [],
      status: left ? 'left' : 'in-post',
    }),
  );

const anyCandidates = fc.uniqueArray(anyCandidate, { selector: ({ officer }) => officer.account });

const anyTask = fc.record({
  turn: fc.nat(),
  last: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }),
});

describe(`Of any officers (seed ${SEED})`, () => {
  const holds = (
    property: (candidates: Candidate[], of: Pick<TaskToAssign, 'turn' | 'last'>) => void,
  ) =>
    fc.assert(fc.property(anyCandidates, anyTask, property), {
      seed: SEED,
      numRuns: 1_000,
    });

  const able = (candidates: readonly Candidate[]) =>
    candidates.filter(
      (each) =>
        mayGet(each, task(), NOW, WORK_RULES, new Map()) &&
        each.openWork + weightOf(task().track, WORK_RULES) <= (each.officer.limit ?? Infinity),
    );

  it('nobody who stands back, is away, left, is not competent or has enough gets a task', () => {
    holds((candidates, of) => {
      const officer = chooseOfficer(candidates, task(of), NOW, WORK_RULES);
      if (officer === undefined) return;
      const { openWork } = candidates.find((each) => each.officer === officer)!;
      expect(officer).toMatchObject({ relations: [], leaves: [], status: 'in-post' });
      expect(officer.competences[0]?.acts).toContain('review');
      expect(openWork + 1).toBeLessThanOrEqual(officer.limit ?? Infinity);
    });
  });

  it('somebody gets it exactly if somebody may', () => {
    holds((candidates, of) => {
      expect(chosen(candidates, of) !== undefined).toBe(able(candidates).length > 0);
    });
  });

  it('the order in which they are named changes nothing', () => {
    holds((candidates, of) => {
      expect(chosen(candidates.toReversed(), of)).toBe(chosen(candidates, of));
    });
  });

  it('nobody who may and has less work is passed over, but for rotation', () => {
    holds((candidates, { turn }) => {
      const account = chosen(candidates, { turn });
      const got = candidates.find(({ officer }) => officer.account === account);
      for (const each of got ? able(candidates) : []) {
        expect(each.openWork).toBeGreaterThanOrEqual(got!.openWork);
      }
    });
  });
});
