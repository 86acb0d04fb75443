import {
  refuseWhenUnmet,
  type Answers,
  type Change,
  type Instant,
  type Person,
  type UnmetRule,
} from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { reviewersOf } from '../officers/recusal.js';
import type { Counting } from '../track/track-clock.js';
import { trackLifecycle } from '../track/track-lifecycle.js';
import type { TrackEvent } from '../track/track-events.js';
import type { Track } from '../track/track.js';
import { advanced, changesOf, passStages } from './passing-stages.js';
import { returnedTo } from './running.js';
import { withStageTerms } from './stage-terms.js';
import type { StageOfTrack } from './stage.js';
import { isDoneAgain } from './ways-back.js';

/** The stage of a track by its code; refused where the track has none of that name. */
export function stageOf({ stages = [] }: Pick<Track, 'stages'>, code: string): StageOfTrack {
  const stage = stages.find((each) => each.code === code);
  if (stage === undefined) throw approvalRefusals.refuse('stage-not-found');
  return stage;
}

export interface CompletionOfStage {
  readonly stage: string;
  readonly outcome: string;
  readonly remark?: string;
}

/** Ends a stage that has no act of its own: opinions, checklists and decisions end theirs by themselves. */
export function completeStage(
  track: Track,
  { stage: code, outcome, remark }: CompletionOfStage,
  officer: Person,
  now: Instant,
  counting: Counting,
): Change<Track, TrackEvent> {
  const status = trackLifecycle.next(track.status, 'complete-stage');
  const stage = stageOf(track, code);
  refuseWhenUnmet(unmetForCompletion(stage, outcome), (unmet) =>
    approvalRefusals.refuse('stage-not-possible', unmet),
  );
  const passed = { by: officer, at: now, outcome, ...(remark !== undefined && { remark }) };
  const { track: next, events } = passStages(track, (each) => each === stage, passed, counting);
  return { state: { ...next, status }, events };
}

const unmetForCompletion = (stage: StageOfTrack, outcome: string): UnmetRule[] => [
  ...unlessActive(stage),
  ...unmetByOwnAct(stage),
  ...(outcome.trim() === ''
    ? [
        {
          rule: 'outcome-given',
          path: 'outcome',
          message: { zh: '请填写办理结果。', en: 'State what came of the stage.' },
        },
      ]
    : []),
];

/** Opinions, checklists and decisions end their stage by themselves. */
export const hasOwnAct = ({ kind }: Pick<StageOfTrack, 'kind'>): boolean =>
  OWN_ACTS[kind] !== undefined;

const OWN_ACTS: Partial<Record<StageOfTrack['kind'], string>> = {
  'first-review': '报送上级机关（transfer）',
  review: '审查意见（opinion）',
  inspection: '踏勘检查表（checklist）',
  decision: '决定（decision）',
};

/** Why a stage is not simply completed: which act it ends with. */
export function unmetByOwnAct({ kind, name }: StageOfTrack): UnmetRule[] {
  const act = OWN_ACTS[kind];
  if (act === undefined) return [];
  return [
    {
      rule: 'ended-by-its-own-act',
      path: 'stage',
      message: {
        zh: `“${name}”随${act}办结，请办理该项。`,
        en: `"${name}" ends with its own act: ${act}.`,
      },
    },
  ];
}

export function unlessActive({ name, status }: StageOfTrack): UnmetRule[] {
  if (status === 'active') return [];
  const said = {
    waiting: { zh: '尚未开始', en: 'has not begun' },
    done: { zh: '已经办结', en: 'is done' },
    skipped: { zh: '不需要办理', en: 'is left out' },
  }[status];
  return [
    {
      rule: 'stage-active',
      path: 'stage',
      message: { zh: `“${name}”${said.zh}。`, en: `"${name}" ${said.en}.` },
    },
  ];
}

export interface ReturnOfStage {
  readonly stage: string;
  readonly to: string;
  readonly reason: string;
}

/** Sends a track back to an earlier stage on a way that its definition declares; what was done since is done again. */
export function returnStage(
  track: Track,
  { stage: code, to, reason }: ReturnOfStage,
  officer: Person,
  now: Instant,
  counting: Counting,
): Change<Track, TrackEvent> {
  const status = trackLifecycle.next(track.status, 'return-stage');
  const { process, stages = [] } = track;
  const from = stageOf(track, code);
  const declared = (process?.returns ?? []).filter((each) => each.from === code);
  refuseWhenUnmet(
    [
      ...unlessActive(from),
      ...(declared.some((each) => each.to === to)
        ? []
        : [
            {
              rule: 'return-declared',
              path: 'to',
              message: {
                zh: `“${from.name}”只能退回：${declared.map((each) => each.to).join('、') || '无'}。`,
                en: `From "${from.name}" a track may go back to: ${declared.map((each) => each.to).join(', ') || 'nothing'}.`,
              },
            },
          ]),
      ...(reason.trim() === ''
        ? [
            {
              rule: 'reason-given',
              path: 'reason',
              message: { zh: '请写明退回理由。', en: 'State why it goes back.' },
            },
          ]
        : []),
    ],
    (unmet) => approvalRefusals.refuse('stage-not-possible', unmet),
  );
  if (process === undefined) throw approvalRefusals.refuse('stage-not-found');
  const again = returnedTo(process, stages, to, now);
  refuseWhenUnmet(unlessDoneAgain(stageOf(track, to), again), (unmet) =>
    approvalRefusals.refuse('stage-not-possible', unmet),
  );
  const returned = { from: from.name, reason, by: officer.id, byName: officer.name, at: now };
  const next = again.map((stage) => (stage.code === to ? { ...stage, returned } : stage));
  const undone = (kind: StageOfTrack['kind']) =>
    next.some((stage, index) => stage.kind === kind && lost(stages[index], stage));
  const { opinion, visited, ...rest } = track;
  const state: Track = {
    ...rest,
    status: undone('review') ? status : track.status,
    ...(opinion && (undone('review') ? { earlierReviewers: reviewersOf(track) } : { opinion })),
    ...(visited && !undone('inspection') && { visited }),
    stages: next,
  };
  return {
    state: withStageTerms(state, counting),
    events: [
      {
        type: 'stage-returned',
        stage: code,
        to,
        reason,
        by: officer.id,
        ...changesOf(stages, next),
      },
    ],
  };
}

const unlessDoneAgain = (stage: StageOfTrack, next: readonly StageOfTrack[]): UnmetRule[] =>
  isDoneAgain(stage, next)
    ? []
    : [
        {
          rule: 'returned-to-what-was-done',
          path: 'to',
          message: {
            zh: `“${stage.name}”没有办理过，或者后续环节不再等待它，不能退回；请退回其他环节。`,
            en: `"${stage.name}" was not done, or what follows no longer waits for it; go back to another stage.`,
          },
        },
      ];

const lost = (before: StageOfTrack | undefined, after: StageOfTrack): boolean =>
  before?.status === 'done' && after.status !== 'done';

export interface FactsForStages {
  readonly answers: Answers;
  /** Where the officer has it from. */
  readonly evidence: string;
}

/** What a condition turns on and nobody had answered is established by an officer; what the applicant answered stays. */
export function recordAnswers(
  track: Track,
  { answers, evidence }: FactsForStages,
  officer: Person,
  now: Instant,
  counting: Counting,
): Change<Track, TrackEvent> {
  const status = trackLifecycle.next(track.status, 'complete-stage');
  const { process, stages = [] } = track;
  const asked = stages.flatMap(({ unanswered = [] }) => unanswered);
  const beside = Object.keys(answers).filter((field) => !asked.includes(field));
  refuseWhenUnmet(
    [
      ...beside.map((field) => ({
        rule: 'answer-asked-for',
        path: `answers.${field}`,
        message: {
          zh: `没有环节等待“${field}”；现在等待：${asked.join('、') || '无'}。`,
          en: `No stage waits for "${field}"; awaited are: ${asked.join(', ') || 'none'}.`,
        },
      })),
      ...(evidence.trim() === ''
        ? [
            {
              rule: 'evidence-given',
              path: 'evidence',
              message: { zh: '请写明依据的材料。', en: 'Name what shows it.' },
            },
          ]
        : []),
    ],
    (unmet) => approvalRefusals.refuse('stage-not-possible', unmet),
  );
  if (process === undefined) throw approvalRefusals.refuse('stage-not-found');
  const known = { ...process, answers: { ...process.answers, ...answers } };
  const next = advanced({ ...track, status, process: known }, known, now, counting);
  return {
    state: next,
    events: [
      {
        type: 'answers-recorded',
        answers,
        evidence,
        by: officer.id,
        ...changesOf(stages, next.stages ?? []),
      },
    ],
  };
}
