import type { Person, Role } from '@onewindow/kernel';
import { inThisState, listed, refused } from '../walk/answer.js';
import type { Answer } from '../walk/game.js';
import { REGION } from '../walk/officials.js';
import type { PlannedStage } from './planned.js';
import {
  asked,
  awaitedBy,
  isOpen,
  type Act,
  type Bound,
  type StagesModel,
  type TrackModel,
} from './stages-model.js';
import { isNeeded, isReached, sentBack } from './standing.js';

/** Why it is not done, with every rule that is not met; none: it is done. */
export function refusalOf(
  of: StagesModel,
  track: TrackModel,
  { act, actor }: Bound,
): Answer | undefined {
  if (act.type === 'publish')
    return act.wrong ? refused('process-not-publishable', 'no-dead-end') : undefined;
  const ofCase = act.type === 'withdraw' || act.type === 'record';
  if (!sees(of, actor)) return refused(ofCase ? 'case-not-found' : 'track-not-found');
  if (act.type === 'record')
    return actor.roles.includes('window-clerk')
      ? unrecordable(of, act)
      : refused('not-of-this-case');
  if (act.type === 'withdraw') {
    if (!actor.roles.includes('applicant')) return refused('not-the-applicant');
    return listed('withdrawal-not-possible', { 'item-not-decided': !isOpen(track) });
  }
  const [agency, roles] = responsible(track, act);
  if (actor.department !== agency || !roles.some((role) => actor.roles.includes(role))) {
    return refused('not-the-deciding-agency', 'officer-of-the-deciding-agency');
  }
  return obstacle(of, track, { act, actor });
}

const sees = ({ tracks }: StagesModel, { roles, region, department, id }: Person): boolean =>
  (roles.includes('applicant') && id === 'chen') ||
  (region === REGION &&
    (roles.includes('government-head') ||
      roles.includes('window-clerk') ||
      tracks.some(
        ({ planned }) =>
          planned.agency === department ||
          planned.stages.some(({ agency }) => agency === department),
      )));

type OfTrack = Exclude<Act, { readonly type: 'publish' | 'record' | 'withdraw' }>;

function responsible(
  { planned: { agency, stages } }: TrackModel,
  act: OfTrack,
): readonly [string, readonly Role[]] {
  const stage = stages.find(({ code }) => code === ('stage' in act ? act.stage : 'decision'))!;
  switch (act.type) {
    case 'complete':
    case 'return':
      return [stage.agency ?? agency, [stage.role]];
    case 'decide':
      return [agency, [stage.role]];
    case 'opinion':
      return [agency, ['approver']];
    case 'answer':
      return [agency, ['approver', 'decision-officer']];
    case 'reopen':
      return [agency, ['decision-officer', 'agency-head']];
  }
}

function obstacle(
  of: StagesModel,
  track: TrackModel,
  { act, actor }: { readonly act: OfTrack; readonly actor: Person },
): Answer | undefined {
  const { planned, stages } = track;
  const isActive = (code: string) => stages.get(code) === 'active';
  if (act.type === 'reopen') {
    return isOpen(track) || track.outcome === 'withdrawn' ? inThisState : undefined;
  }
  if (!isOpen(track)) return inThisState;
  switch (act.type) {
    case 'opinion': {
      if (track.reviewer !== undefined) return inThisState;
      const awaited = planned.stages.some(({ kind, code }) => kind === 'review' && !isActive(code));
      return listed('opinion-not-possible', { 'stage-active': awaited });
    }
    case 'complete': {
      const { kind } = planned.stages.find(({ code }) => code === act.stage)!;
      return listed('stage-not-possible', {
        'stage-active': !isActive(act.stage),
        'ended-by-its-own-act': kind === 'review' || kind === 'decision',
      });
    }
    case 'return': {
      const isDeclared = planned.returns.some(
        ({ from, to }) => from === act.stage && to === act.to,
      );
      return (
        listed('stage-not-possible', {
          'stage-active': !isActive(act.stage),
          'return-declared': !isDeclared,
        }) ??
        listed('stage-not-possible', { 'returned-to-what-was-done': !isDoneAgain(track, act.to) })
      );
    }
    case 'answer':
      return listed('stage-not-possible', {
        'answer-asked-for': Object.keys(act.answers).filter(
          (field) => !asked(track).includes(field),
        ).length,
      });
    case 'decide':
      return listed('decision-not-possible', unmetByDecision(of, track, act.outcome, actor));
  }
}

/** It was done, and what follows waits for it again. */
const isDoneAgain = ({ planned, stages, answers }: TrackModel, to: string): boolean =>
  stages.get(to) === 'done' &&
  sentBack(planned.stages, stages, to, answers).stages.get(to) === 'active';

function unmetByDecision(of: StagesModel, track: TrackModel, outcome: string, { id }: Person) {
  const { planned, stages, reviewer, earlier, answers } = track;
  const isReview = ({ kind, code }: PlannedStage) =>
    kind === 'review' && stages.get(code) !== 'skipped';
  const outstanding =
    stages.get('decision') !== 'waiting'
      ? []
      : planned.stages.filter(
          ({ kind, code }) =>
            kind !== 'review' &&
            kind !== 'decision' &&
            ['waiting', 'active'].includes(stages.get(code)!),
        );
  const unknown = outstanding.filter(
    (each) =>
      stages.get(each.code) === 'waiting' &&
      isReached(each, stages) &&
      isNeeded(each.when, answers) === 'unknown',
  );
  const awaited = awaitedBy(of, track.node);
  const of_ = (standing: string) => awaited.filter((each) => each.standing === standing).length;
  return {
    'opinion-recorded': reviewer === undefined && planned.stages.some(isReview),
    'decided-by-another-than-the-reviewer': reviewer === id || earlier.includes(id),
    'stages-completed': outstanding.length - unknown.length,
    'conditions-answered': unknown.length,
    'earlier-result-in-effect': of_('pending'),
    'earlier-result-granted': outcome === 'granted' ? of_('refused') : 0,
  };
}

function unrecordable(of: StagesModel, { node, outcome }: Extract<Act, { type: 'record' }>) {
  const isTrack = of.tracks.some((each) => each.node === node && each.outcome !== 'withdrawn');
  const early = awaitedBy(of, node).filter(({ standing }) => standing !== 'in-effect').length;
  return listed('node-not-recordable', {
    'no-track-of-its-own': isTrack,
    'recorded-once': of.results[node] === 'done',
    'earlier-result-in-effect': outcome === 'done' ? early : 0,
  });
}
