import { endOfDay, legalDateAt, type Instant, type LegalDate } from '@onewindow/kernel';
import type { Acted } from '../walk/game.js';
import { nodeOf, type StagesPlan } from './planned.js';
import {
  activeOf,
  dueOn,
  isOpen,
  stageDueOn,
  TOLD,
  type Bound,
  type StagesModel,
  type Told,
  type TrackModel,
} from './stages-model.js';
import { sentBack, settled } from './standing.js';
import { refusalOf } from './who-may.js';

export function openedCase(
  { acceptedAt: now, tracks, edges, answers }: StagesPlan,
  items: readonly string[],
): StagesModel {
  const from = legalDateAt(now);
  return {
    now,
    status: 'open',
    edges,
    results: {},
    told: Object.fromEntries(TOLD.map((each) => [each, 0])) as Record<Told, number>,
    tracks: tracks.map((planned, index) =>
      goneOn(
        {
          item: items[index]!,
          node: nodeOf(index),
          planned,
          from,
          answers,
          stages: new Map(planned.stages.map(({ code }) => [code, 'waiting'])),
          since: {},
          overdue: [],
          earlier: [],
          missed: false,
        },
        from,
      ),
    ),
  };
}

/** The stages go on; whatever begins begins today, and what is left behind is nobody's any more. */
function goneOn(track: TrackModel, today: LegalDate): TrackModel {
  const stages = settled(track.planned.stages, track.stages, track.answers);
  const begun = [...stages].filter(
    ([code, is]) => is === 'active' && track.since[code] === undefined,
  );
  const kept = ([code]: readonly [string, unknown]) =>
    ['active', 'done'].includes(stages.get(code)!);
  return {
    ...track,
    stages,
    since: Object.fromEntries(
      [...Object.entries(track.since), ...begun.map(([code]) => [code, today] as const)].filter(
        kept,
      ),
    ),
    overdue: track.overdue.filter((code) => kept([code, ''])),
  };
}

/** Time passes, and what it makes of what is not decided. */
export function timePasses(of: StagesModel, now: Instant): StagesModel {
  const told = { ...of.told };
  const isOver = (day: LegalDate | undefined) => day !== undefined && now >= endOfDay(day);
  const tracks = of.tracks.map((track) => {
    if (!isOpen(track)) return track;
    const late = activeOf(track)
      .filter((stage) => isOver(stageDueOn(track, stage)) && !track.overdue.includes(stage.code))
      .map(({ code }) => code);
    const missed = track.missed || isOver(dueOn(track));
    told['stage-overdue'] += late.length;
    told['term-missed'] += Number(missed && !track.missed);
    return { ...track, missed, overdue: [...track.overdue, ...late] };
  });
  return { ...of, now, tracks, told };
}

/** Somebody acts, and what is late already is noticed at once. */
export function acted(of: StagesModel, bound: Bound): Acted<StagesModel> {
  const track = of.tracks.find(({ item }) => item === bound.item)!;
  const answer = refusalOf(of, track, bound);
  if (answer !== undefined) return { of, answer };
  return { of: timePasses(effectOf(of, track, bound), of.now), answer: 'done' };
}

function effectOf(of: StagesModel, track: TrackModel, { act, actor }: Bound): StagesModel {
  const today = legalDateAt(of.now);
  const { planned, stages, reviewer: _, ...rest } = track;
  const done = (...codes: readonly string[]) =>
    new Map([...stages, ...codes.map((code) => [code, 'done'] as const)]);
  const ofKind = (kind: string) =>
    activeOf(track)
      .filter((each) => each.kind === kind)
      .map(({ code }) => code);
  const goesOn = (changed: TrackModel) => withTrack(of, track, goneOn(changed, today));
  switch (act.type) {
    case 'opinion':
      return goesOn({ ...track, stages: done(...ofKind('review')), reviewer: actor.id });
    case 'complete':
      return goesOn({ ...track, stages: done(act.stage) });
    case 'answer':
      return goesOn({ ...track, answers: { ...track.answers, ...act.answers } });
    case 'return': {
      const back = sentBack(planned.stages, stages, act.to, track.answers);
      const { again } = back;
      const isUndone = planned.stages.some(
        ({ code, kind }) =>
          kind === 'review' && again.includes(code) && stages.get(code) === 'done',
      );
      const since = Object.fromEntries(
        Object.entries(track.since).filter(([code]) => !again.includes(code)),
      );
      const overdue = track.overdue.filter((code) => !again.includes(code));
      const { reviewer } = track;
      const open = { ...rest, planned, since, overdue, stages: back.stages };
      if (reviewer === undefined) return goesOn(open);
      const earlier = [...new Set([...track.earlier, reviewer])];
      return goesOn(isUndone ? { ...open, earlier } : { ...open, reviewer });
    }
    case 'decide':
      return joined(
        withTrack(
          { ...of, told: { ...of.told, 'track-decided': of.told['track-decided'] + 1 } },
          track,
          {
            ...goneOn({ ...track, stages: done(...ofKind('decision')) }, today),
            outcome: act.outcome,
          },
        ),
      );
    case 'withdraw':
      return joined(withTrack(of, track, { ...track, outcome: 'withdrawn' }));
    case 'reopen': {
      const { outcome: _o, ...open } = rest;
      const anew = new Map(planned.stages.map(({ code }) => [code, 'waiting' as const]));
      const track_ = {
        ...open,
        planned,
        from: act.on,
        stages: anew,
        since: {},
        overdue: [],
        earlier: [],
        missed: false,
      };
      return { ...withTrack(of, track, goneOn(track_, today)), status: 'open' };
    }
    case 'record':
      return { ...of, results: { ...of.results, [act.node]: act.outcome } };
    case 'publish':
      return of;
  }
}

const withTrack = (of: StagesModel, before: TrackModel, after: TrackModel): StagesModel => ({
  ...of,
  tracks: of.tracks.map((each) => (each === before ? after : each)),
});

/** With its last track a case is decided; where everything was taken back it is closed. */
function joined(of: StagesModel): StagesModel {
  if (of.tracks.some(isOpen)) return of;
  const isEmpty = of.tracks.every(({ outcome }) => outcome === 'withdrawn');
  const fact = isEmpty ? 'case-withdrawn' : 'case-decided';
  return {
    ...of,
    status: isEmpty ? 'closed' : 'decided',
    told: { ...of.told, [fact]: of.told[fact] + 1 },
  };
}
