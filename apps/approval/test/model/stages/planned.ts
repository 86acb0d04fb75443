import type { ApplicationAcceptedPayload } from '@onewindow/contracts';
import { type Answers, type Condition, type Instant, type Role } from '@onewindow/kernel';
import * as fc from 'fast-check';
import { acceptance, applicationOf, caseNumberOf, itemToldOf } from '../walk/accepted.js';

/** A stage of a definition that nobody wrote by hand. */
export interface PlannedStage {
  readonly code: string;
  readonly kind: 'review' | 'check' | 'consultation' | 'deliberation' | 'publicity' | 'decision';
  readonly role: Role;
  readonly agency?: string;
  readonly after: readonly string[];
  readonly join?: 'all' | 'any' | number;
  readonly when?: Condition;
  readonly workingDays?: number;
}

export interface PlannedTrack {
  readonly agency: string;
  readonly stages: readonly PlannedStage[];
  readonly returns: readonly { readonly from: string; readonly to: string }[];
}

export interface PlannedEdge {
  readonly from: string;
  readonly to: string;
  readonly type: 'hard' | 'data' | 'start' | 'soft';
}

/** A case of several tracks, each under a definition of its own, and what comes before what. */
export interface StagesPlan {
  readonly acceptedAt: Instant;
  readonly tracks: readonly PlannedTrack[];
  readonly edges: readonly PlannedEdge[];
  readonly answers: Answers;
}

/** Which number of the track it is, from 0. */
export const nodeOf = (index: number): string => `node-${String(index + 1)}`;
/** Decided by nobody here: its result is recorded. */
export const OUTSIDE = 'outside';

const AGENCIES = ['bureau', 'fire-rescue', 'culture'] as const;

const CONDITIONS: readonly Condition[] = [
  { field: 'area', atLeast: 100 },
  { field: 'wine', equals: true },
  { not: { field: 'wine', equals: true } },
  {
    any: [
      { field: 'area', atMost: 50 },
      { field: 'wine', equals: true },
    ],
  },
];

const WORK = [
  { kind: 'check', role: 'approver' },
  { kind: 'check', role: 'decision-officer' },
  { kind: 'consultation', role: 'approver', agency: 'fire-rescue' },
  { kind: 'deliberation', role: 'agency-head' },
  { kind: 'publicity', role: 'approver' },
] as const;

/** Before the decision: from one stage to six, each after some of those before it. */
const drawnStage = fc.record({
  work: fc.constantFrom(...WORK),
  after: fc.array(fc.nat(5), { maxLength: 3, size: 'max' }),
  join: fc.option(fc.nat(3)),
  when: fc.option(fc.constantFrom(...CONDITIONS), { freq: 3 }),
  workingDays: fc.option(fc.integer({ min: 1, max: 2 })),
});
type DrawnStage = typeof drawnStage extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const track: fc.Arbitrary<PlannedTrack> = fc
  .record({
    agency: fc.constantFrom(...AGENCIES),
    before: fc.array(drawnStage, { minLength: 1, maxLength: 6 }),
    review: fc.option(fc.nat(5), { freq: 4 }),
    lastJoin: fc.option(fc.nat(3)),
    head: fc.boolean(),
    returns: fc.uniqueArray(fc.nat(11), { maxLength: 6 }),
  })
  .map(({ agency, before, review, lastJoin, head, returns }) => {
    const stages = before.map((each, index) => stageOf(each, index, review));
    const ends = stages
      .map(({ code }) => code)
      .filter((code) => stages.every(({ after }) => !after.includes(code)));
    const decision: PlannedStage = {
      code: 'decision',
      kind: 'decision',
      role: head ? 'agency-head' : 'decision-officer',
      after: ends,
      ...joined(lastJoin, ends.length),
    };
    const all = [...stages, decision];
    return { agency, stages: all, returns: waysBack(all, returns) };
  });

const codeOf = (index: number): string => `s${String(index + 1)}`;

function stageOf(
  { work, after, join, when, workingDays }: DrawnStage,
  index: number,
  review: number | null,
): PlannedStage {
  const before = [...new Set(after.filter((each) => each < index))].map(codeOf);
  return {
    code: codeOf(index),
    ...(review === index ? ({ kind: 'review', role: 'approver' } as const) : work),
    after: before,
    ...joined(join, before.length),
    ...(when !== null && { when }),
    ...(workingDays !== null && { workingDays }),
  };
}

/** All of them, any, or so many. */
function joined(drawn: number | null, branches: number): Pick<PlannedStage, 'join'> {
  if (drawn === null || branches === 0) return {};
  if (drawn === 0) return { join: 'any' };
  return { join: drawn >= branches ? 'all' : drawn };
}

/** Some of the ways that lead back. */
function waysBack(stages: readonly PlannedStage[], drawn: readonly number[]) {
  const ways = stages.flatMap((from) =>
    stages
      .filter(({ code }) => comesBefore(stages, code, from))
      .map((to) => ({ from: from.code, to: to.code })),
  );
  return ways.filter((_, index) => drawn.includes(index % 12));
}

export const comesBefore = (
  stages: readonly PlannedStage[],
  code: string,
  { after }: PlannedStage,
): boolean =>
  after.includes(code) ||
  after.some((each) =>
    comesBefore(
      stages,
      code,
      stages.find((stage) => stage.code === each)!,
    ),
  );

export const stagesPlan: fc.Arbitrary<StagesPlan> = fc
  .record({
    acceptedAt: acceptance,
    tracks: fc.array(track, { minLength: 1, maxLength: 3, size: 'max' }),
    drawn: fc.array(
      fc.record({
        from: fc.nat(3),
        to: fc.nat(2),
        type: fc.constantFrom('hard', 'hard', 'hard', 'start', 'data', 'soft'),
      }),
      { maxLength: 5, size: 'max' },
    ),
    area: fc.option(fc.constantFrom(40, 80, 120)),
    wine: fc.option(fc.boolean()),
  })
  .map(({ drawn, area, wine, ...rest }) => ({
    ...rest,
    edges: edgesOf(drawn, rest.tracks.length),
    answers: { ...(area !== null && { area }), ...(wine !== null && { wine }) },
  }));

/** From earlier to later tracks, or from what lies outside; one of a kind between two. */
function edgesOf(
  drawn: readonly {
    readonly from: number;
    readonly to: number;
    readonly type: PlannedEdge['type'];
  }[],
  tracks: number,
): readonly PlannedEdge[] {
  const edges = drawn.flatMap(({ from, to, type }) => {
    if (to >= tracks) return [];
    if (from < to) return [{ from: nodeOf(from), to: nodeOf(to), type }];
    return from === 3 ? [{ from: OUTSIDE, to: nodeOf(to), type }] : [];
  });
  const written = edges.map(({ from, to }) => `${from} ${to}`);
  return edges.filter((_, index) => written.indexOf(written[index]!) === index);
}

/** What intake tells of it; the items are those of one case only, and their definitions too. */
export function toldOf(plan: StagesPlan, serial: number): ApplicationAcceptedPayload {
  const items = plan.tracks.map((_, index) => itemOf(serial, index));
  const [first, ...others] = items.map((item, index) => ({
    id: nodeOf(index),
    name: nodeOf(index),
    kind: 'item' as const,
    item,
  }));
  return applicationOf({
    caseNumber: caseNumberOf(serial),
    acceptedAt: plan.acceptedAt,
    items: plan.tracks.map(({ agency }, index) => itemToldOf(items[index]!, agency)),
    answers: plan.answers,
    plan: {
      nodes: [first!, ...others, { id: OUTSIDE, name: OUTSIDE, kind: 'external' }],
      edges: plan.edges.map((each) => ({ ...each })),
    },
  });
}

export const itemOf = (serial: number, index: number): string =>
  `item-${String(serial)}-${String(index + 1)}`;
