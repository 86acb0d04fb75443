import type { LegalDate } from '@onewindow/kernel';
import {
  anOfficer,
  anOpenTrack,
  aReviewedTrack,
  on,
  refusalOf,
  rulesOf,
  tracks,
} from '../../../test/fixtures.js';
import { anOfficerInPost, competentFor, WORK_RULES } from '../../../test/officers.js';
import type { Act, Standing } from './act.js';
import type { Authorisation } from './authorisation.js';
import { requireMayAct } from './may-act.js';
import type { Officer } from './officer.js';

const NOW = on('2026-11-05');
const REVIEW: Act = { kind: 'review', roles: ['approver'] };
const DECIDE: Act = { kind: 'decide', roles: ['decision-officer'] };

const li = anOfficer('li', 'bureau', 'approver', 'decision-officer');
const head = anOfficer('wei', 'bureau', 'agency-head');

const matter = {
  applicantAccount: 'chen',
  applicant: { name: '某餐饮公司', creditCode: '91371500MA9YXW1T5X' },
};

const standing = (officer?: Officer, changes: Partial<Standing> = {}): Standing => ({
  now: NOW,
  matter,
  published: true,
  ...(officer && { officer }),
  delegators: new Map(),
  rules: WORK_RULES,
  ...changes,
});

const held = (officer: string) => ({
  review: { officer, name: officer, since: NOW, by: 'load' as const },
});

const authorisation = (changes: Partial<Authorisation> = {}): Authorisation => ({
  authorisationId: 'a-1',
  kind: 'chief-representative',
  documentNumber: '海审授〔2026〕3 号',
  items: ['drainage-permit'],
  acts: ['decide'],
  from: '2026-11-01' as LegalDate,
  until: '2026-11-30' as LegalDate,
  by: 'wei',
  byName: '魏东',
  grantedAt: NOW,
  ...changes,
});

describe('Whether somebody may act on a track', () => {
  const track = anOpenTrack();

  it('is a matter of the role alone where the agency publishes no officers', () => {
    const acting = requireMayAct(track, REVIEW, li, standing(undefined, { published: false }));

    expect(acting).toEqual({ person: li });
  });

  it('is refused to officers of other agencies before anything else is said', () => {
    const stranger = anOfficer('tan', 'tobacco', 'approver');
    const refusal = refusalOf(() => requireMayAct(track, REVIEW, stranger, standing()));

    expect(refusal.code).toBe('not-the-deciding-agency');
  });

  it('says the authority of the post, and takes the task from the pool by acting', () => {
    expect(requireMayAct(track, REVIEW, li, standing(anOfficerInPost('li')))).toEqual({
      person: li,
      under: { kind: 'post' },
      claims: 'review',
    });
  });

  it('takes nothing where the task is the person’s own already', () => {
    const own = { ...track, assignments: held('li') };

    expect(requireMayAct(own, REVIEW, li, standing(anOfficerInPost('li')))).not.toHaveProperty(
      'claims',
    );
  });

  const relation = {
    with: { kind: 'organisation', creditCode: matter.applicant.creditCode },
    reason: '配偶任职',
    declaredAt: NOW,
    declaredBy: 'li',
  } as const;
  const kin = { ...relation, with: { kind: 'person', name: '某餐饮公司' } } as const;
  const today = { from: '2026-11-05' as LegalDate, until: '2026-11-05' as LegalDate };

  it.each<{ who: string; rule: string; officer?: Officer; assignments?: ReturnType<typeof held> }>([
    { who: 'is not published', rule: 'officer-in-post' },
    {
      who: 'has left',
      rule: 'officer-in-post',
      officer: anOfficerInPost('li', { status: 'left' }),
    },
    {
      who: 'is of another agency by now',
      rule: 'officer-in-post',
      officer: anOfficerInPost('li', { agency: 'fire' }),
    },
    {
      who: 'has an interest in it',
      rule: 'not-recused',
      officer: anOfficerInPost('li', { relations: [relation] }),
    },
    {
      who: 'is related to the person',
      rule: 'not-recused',
      officer: anOfficerInPost('li', { relations: [kin] }),
    },
    {
      who: 'is on leave today',
      rule: 'not-on-leave',
      officer: anOfficerInPost('li', {
        leaves: [{ ...today, reason: '年休假', recordedBy: 'wei' }],
      }),
    },
    {
      who: 'is competent for other items',
      rule: 'within-authority',
      officer: anOfficerInPost('li', { competences: [competentFor(['review'], ['food'])] }),
    },
    {
      who: 'sees it with somebody else',
      rule: 'holds-the-task',
      officer: anOfficerInPost('li'),
      assignments: held('zhou'),
    },
  ])('is refused to somebody who $who', ({ rule, officer, assignments }) => {
    const of = { ...track, ...(assignments && { assignments }) };

    expect(rulesOf(() => requireMayAct(of, REVIEW, li, standing(officer)))).toContain(rule);
  });

  it('says who has the task', () => {
    const of = { ...track, assignments: held('zhou') };
    const refusal = refusalOf(() => requireMayAct(of, REVIEW, li, standing(anOfficerInPost('li'))));

    expect(refusal.unmet[0]?.message.zh).toContain('zhou');
  });

  it('says everything that stands in the way together', () => {
    const officer = anOfficerInPost('li', { relations: [relation], competences: [] });
    const of = { ...track, assignments: held('zhou') };

    expect(rulesOf(() => requireMayAct(of, REVIEW, li, standing(officer)))).toEqual([
      'not-recused',
      'within-authority',
      'holds-the-task',
    ]);
  });

  it('forgets a relation that has ended', () => {
    const ended = { ...relation, until: '2026-11-04' as LegalDate };

    requireMayAct(track, REVIEW, li, standing(anOfficerInPost('li', { relations: [ended] })));
  });

  it('wants a claim first where the place says so', () => {
    const rules = { ...WORK_RULES, claimByActing: false };
    const officer = anOfficerInPost('li');

    expect(rulesOf(() => requireMayAct(track, REVIEW, li, standing(officer, { rules })))).toEqual([
      'holds-the-task',
    ]);
  });

  it('keeps whoever took part in a quashed decision away from the new one, where the place says so', () => {
    const quashed = { number: 'D', decidedBy: 'li' };
    const reopened = { ...track, reopenings: [{ quashed }] } as never;
    const officer = anOfficerInPost('li');
    const lenient = { ...WORK_RULES, quashedByAnother: false };

    expect(rulesOf(() => requireMayAct(reopened, REVIEW, li, standing(officer)))).toEqual([
      'not-of-the-quashed-decision',
    ]);
    requireMayAct(reopened, REVIEW, li, standing(officer, { rules: lenient }));
  });

  it('lets the lifecycle answer where nothing of the kind is to be done now', () => {
    const decides = anOfficerInPost('li', { competences: [competentFor(['decide'])] });

    expect(requireMayAct(tracks.granted(), DECIDE, li, standing(decides))).not.toHaveProperty(
      'claims',
    );
  });
});

describe('A head', () => {
  const act: Act = { roles: ['agency-head'], withoutTask: true };

  it('acts by the office, published or not', () => {
    expect(requireMayAct(anOpenTrack(), act, head, standing())).toEqual({ person: head });
  });

  it('stands back like everybody else', () => {
    const officer = anOfficerInPost('wei', {
      relations: [
        {
          with: { kind: 'person', name: 'x', account: 'chen' },
          reason: '亲属',
          declaredAt: NOW,
          declaredBy: 'wei',
        },
      ],
    });

    expect(rulesOf(() => requireMayAct(anOpenTrack(), act, head, standing(officer)))).toEqual([
      'not-recused',
    ]);
  });
});

describe('An authority beside the post', () => {
  const track = aReviewedTrack();
  const chief = (changes: Partial<Authorisation> = {}) =>
    anOfficerInPost('qin', { authorisations: [authorisation(changes)] });
  const qin = anOfficer('qin', 'bureau', 'decision-officer');
  const decide = (officer: Officer, changes: Partial<Standing> = {}) =>
    requireMayAct(track, DECIDE, qin, standing(officer, changes));

  it('stands with the act: kind, document, who gave it and until when', () => {
    expect(decide(chief()).under).toEqual({
      kind: 'chief-representative',
      documentNumber: '海审授〔2026〕3 号',
      by: 'wei',
      byName: '魏东',
      until: '2026-11-30',
    });
  });

  it.each<[string, Partial<Authorisation>]>([
    ['ended yesterday', { until: '2026-11-04' as LegalDate }],
    ['begins tomorrow', { from: '2026-11-06' as LegalDate }],
    ['was revoked', { revokedAt: NOW }],
    ['is for other items', { items: ['food'] }],
    ['is for other acts', { acts: ['review', 'decide-at-window'] }],
  ])('is none where it %s', (_, changes) => {
    expect(rulesOf(() => decide(chief(changes)))).toEqual(['within-authority']);
  });

  it('holds on its first and its last day', () => {
    const oneDay = '2026-11-05' as LegalDate;

    decide(chief({ from: oneDay, until: oneDay }));
  });

  it('by delegation is no more than what the delegator’s own post still gives', () => {
    const delegated = chief({ kind: 'delegation', by: 'wang', byName: '王' });
    const by = (wang: Officer) => ({ delegators: new Map([['wang', wang]]) });
    const wang = anOfficerInPost('wang', { competences: [competentFor(['decide'])] });
    const onlyDelegated = anOfficerInPost('wang', { authorisations: [authorisation()] });

    expect(decide(delegated, by(wang)).under).toMatchObject({ kind: 'delegation', by: 'wang' });
    for (const delegator of [onlyDelegated, { ...wang, status: 'left' as const }]) {
      expect(rulesOf(() => decide(delegated, by(delegator)))).toEqual(['within-authority']);
    }
    expect(rulesOf(() => decide(delegated))).toEqual(['within-authority']);
  });
});
