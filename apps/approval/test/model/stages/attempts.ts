import { legalDateAt, type Answers, type Person, type Role } from '@onewindow/kernel';
import * as fc from 'fast-check';
import { anOfficer } from '../../fixtures.js';
import { OFFICIALS, personOf, type Official } from '../walk/officials.js';
import { OUTSIDE } from './planned.js';
import {
  activeOf,
  asked,
  awaitedBy,
  isOpen,
  type Act,
  type Bound,
  type StagesModel,
  type TrackModel,
} from './stages-model.js';

/** Before it is known what the tracks have come to. */
export interface Attempt {
  readonly track: number;
  /** Absent: whom the law names for it. */
  readonly by?: Official;
  readonly act: Tried;
}

type Tried =
  /** One of those that bring a case further, whichever they are then. */
  | { readonly type: 'next'; readonly which: number }
  | {
      readonly type: 'complete' | 'back' | 'record';
      readonly which: number;
      readonly outcome: number;
    }
  | { readonly type: 'reopen' }
  | { readonly type: 'answer'; readonly area: number | null; readonly wine: boolean | null }
  | Exclude<Act, { readonly type: 'complete' | 'return' | 'answer' | 'record' | 'reopen' }>;

const OUTCOMES = ['done', 'failed', 'not-needed'] as const;

const act: fc.Arbitrary<Tried> = fc.oneof(
  { weight: 16, arbitrary: fc.record({ type: fc.constant('next' as const), which: fc.nat(7) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom('complete', 'back', 'back', 'back', 'record'),
      which: fc.nat(7),
      outcome: fc.nat(3),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('answer' as const),
      area: fc.option(fc.constantFrom(40, 120)),
      wine: fc.option(fc.boolean()),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'opinion' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('decide' as const),
      outcome: fc.constantFrom('granted', 'granted', 'refused'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'withdraw' as const }) },
  { weight: 2, arbitrary: fc.constant({ type: 'reopen' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('publish' as const), wrong: fc.boolean() }),
  },
);

export const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ track: fc.nat(23), act }) },
  {
    weight: 1,
    arbitrary: fc.record({ track: fc.nat(23), act, by: fc.constantFrom(...OFFICIALS) }),
  },
);

/** On a track that there is, by a person with a name. */
export function bound(of: StagesModel, { track: index, by, act: tried }: Attempt): Bound {
  const meant = of.tracks.filter((each) => isOpen(each) === (tried.type !== 'reopen'));
  const among = meant.length > 0 && index % 8 > 0 ? meant : of.tracks;
  const track = among[index % among.length]!;
  const act = actOf(of, track, tried);
  const { agency } = track.planned;
  const others = of.tracks.map((each) => each.planned.agency).filter((each) => each !== agency);
  if (by === undefined) return { act, item: track.item, actor: rightFor(track, act) };
  // Which agencies of a case record what lies outside is not asked here.
  const who = act.type === 'record' && by !== 'applicant' ? 'stranger' : by;
  const actor = personOf(who, agency, others[0] ?? 'tobacco');
  return { act, item: track.item, actor };
}

function actOf(of: StagesModel, track: TrackModel, tried: Tried): Act {
  const { stages, returns } = track.planned;
  switch (tried.type) {
    case 'next': {
      const ways = waysOn(of, track);
      return ways[tried.which % ways.length]!;
    }
    case 'complete':
      return { type: 'complete', stage: stages[tried.which % stages.length]!.code };
    case 'back': {
      const possible = returns.filter(({ from }) => track.stages.get(from) === 'active');
      if (possible.length === 0 && tried.outcome > 0)
        return actOf(of, track, { ...tried, type: 'next' });
      const ways = possible.length > 0 ? possible : [...returns, { from: 'decision', to: 's1' }];
      const { from, to } = ways[tried.which % ways.length]!;
      return { type: 'return', stage: from, to };
    }
    case 'record': {
      const nodes = [OUTSIDE, OUTSIDE, ...of.tracks.map(({ node }) => node)];
      const outcome = OUTCOMES[tried.outcome % OUTCOMES.length]!;
      return { type: 'record', node: nodes[tried.which % nodes.length]!, outcome };
    }
    case 'answer':
      return { type: 'answer', answers: given(tried) };
    case 'reopen':
      return { type: 'reopen', on: legalDateAt(of.now) };
    case 'opinion':
    case 'decide':
    case 'withdraw':
    case 'publish':
      return tried;
  }
}

const given = ({
  area,
  wine,
}: {
  readonly area: number | null;
  readonly wine: boolean | null;
}) => ({
  ...(area !== null && { area }),
  ...(wine !== null && { wine }),
});

const ANSWERS: Answers = { area: 120, wine: false };

/** Everything that brings a case further. */
function waysOn(of: StagesModel, track: TrackModel): readonly [Act, ...Act[]] {
  const awaited = awaitedBy(of, track.node).map(({ node, standing }) => ({ node, standing }));
  const outside = awaited.filter(
    ({ node, standing }) => node === OUTSIDE && standing === 'pending',
  );
  const ways = [
    ...activeOf(track).map(({ kind, code }): Act => {
      if (kind === 'review') return { type: 'opinion' };
      if (kind !== 'decision') return { type: 'complete', stage: code };
      const isRefused = awaited.some(({ standing }) => standing === 'refused');
      return { type: 'decide', outcome: isRefused ? 'refused' : 'granted' };
    }),
    ...asked(track).map((field): Act => ({ type: 'answer', answers: { [field]: ANSWERS[field] } })),
    ...outside.map(({ node }): Act => ({ type: 'record', node, outcome: 'done' })),
  ];
  const on = legalDateAt(of.now);
  const [first = { type: 'reopen', on } as const, ...rest] = ways;
  return [first, ...rest];
}

const CLERK: Person = anOfficer('sun', 'centre', 'window-clerk');

const ACCOUNTS: Partial<Record<Role, Official>> = {
  approver: 'approver',
  'decision-officer': 'decision-officer',
  'agency-head': 'agency-head',
};

/** Whom the law names. */
function rightFor({ planned: { agency, stages } }: TrackModel, act: Act): Person {
  const stage = (code: string) => stages.find((each) => each.code === code)!;
  const of = (role: Role, department = agency) => personOf(ACCOUNTS[role]!, department, 'tobacco');
  switch (act.type) {
    case 'complete':
    case 'return':
      return of(stage(act.stage).role, stage(act.stage).agency);
    case 'decide':
      return of(stage('decision').role);
    case 'opinion':
    case 'answer':
      return of('approver');
    case 'reopen':
      return of('agency-head');
    case 'record':
    case 'publish':
      return CLERK;
    case 'withdraw':
      return personOf('applicant', agency, 'tobacco');
  }
}
