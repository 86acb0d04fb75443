import { askedBy, holdsFor, type Answers, type Instant } from '@onewindow/kernel';
import { joinOf, type StageDefinition } from './definition.js';
import { conditionText } from './diagram.js';
import { stagesBehind } from './stage-graph.js';
import type { StageOfTrack } from './stage.js';

/** What carries a track on: its definition and what is known of the case. */
export interface Course {
  readonly stages: readonly StageDefinition[];
  readonly answers: Answers;
}

/** The stages of a track that is opened, or decided anew. */
export const beginStages = (course: Course, now: Instant): readonly StageOfTrack[] =>
  advance(course, untouched(course), now);

/** The stages before anything was done. */
export const untouched = ({ stages }: Pick<Course, 'stages'>): readonly StageOfTrack[] =>
  stages.map(waiting);

/** What is done is done; what follows from it begins, or is left out, until nothing more follows. */
export function advance(
  course: Course,
  stages: readonly StageOfTrack[],
  now: Instant,
): readonly StageOfTrack[] {
  for (let current = stages; ;) {
    const next = withoutJoined(course, begun(course, current, now));
    if (next.every((stage, index) => stage === current[index])) return next;
    current = next;
  }
}

const begun = (
  { stages, answers }: Course,
  current: readonly StageOfTrack[],
  now: Instant,
): readonly StageOfTrack[] =>
  current.map((stage) => {
    const defined = stages.find(({ code }) => code === stage.code);
    if (stage.status !== 'waiting' || defined === undefined) return stage;
    return isJoined(defined, current) ? beginning(stage, defined, answers, now) : stage;
  });

/** Whether enough of what comes before a stage is done; a stage that is left out is waited for by nobody. */
export function isJoined(defined: StageDefinition, current: readonly StageOfTrack[]): boolean {
  const before = current.filter(({ code }) => defined.after.includes(code));
  const done = before.filter(({ status }) => status === 'done').length;
  const left = before.filter(({ status }) => status !== 'skipped').length;
  return done >= Math.min(joinOf(defined), left);
}

function beginning(
  stage: StageOfTrack,
  { when }: StageDefinition,
  answers: Answers,
  now: Instant,
): StageOfTrack {
  const { unanswered, ...rest } = stage;
  const holds = when === undefined ? true : holdsFor(when, answers);
  if (holds === true) return { ...rest, status: 'active', since: now };
  if (when === undefined || holds === false) {
    const reason = when === undefined ? '' : `不符合条件：${conditionText(when)}`;
    return { ...rest, status: 'skipped', skipped: { because: 'condition', reason } };
  }
  const asked = askedBy(when, answers);
  return asked.join() === unanswered?.join() ? stage : { ...rest, unanswered: asked };
}

/** A join that does not wait for all leaves the rest of its branches behind: nobody waits for them any more. */
function withoutJoined(
  { stages }: Course,
  current: readonly StageOfTrack[],
): readonly StageOfTrack[] {
  return current.map((stage) => {
    if (stage.status !== 'waiting' && stage.status !== 'active') return stage;
    const next = stages.filter(({ after }) => after.includes(stage.code));
    const gone = next.filter(({ code }) =>
      current.some((each) => each.code === code && each.status !== 'waiting'),
    );
    if (next.length === 0 || gone.length < next.length) return stage;
    const { unanswered: _u, since: _s, due: _d, overdueSince: _o, ...rest } = stage;
    const joined = gone.map(({ name }) => `“${name}”`).join('、');
    return {
      ...rest,
      status: 'skipped',
      skipped: { because: 'joined', reason: `${joined}已经不再等待本环节` },
    };
  });
}

/** Back to an earlier stage: it is done again, and so is everything that came after it. */
export function returnedTo(
  course: Course,
  stages: readonly StageOfTrack[],
  to: string,
  now: Instant,
): readonly StageOfTrack[] {
  const again = stagesBehind(course.stages, to);
  const reset = stages.map((stage) => {
    if (stage.code === to) return { ...fresh(stage), status: 'active' as const, since: now };
    return again.has(stage.code) ? fresh(stage) : stage;
  });
  return advance(course, reset, now);
}

const waiting = ({
  code,
  name,
  kind,
  role,
  agency,
  agencyName,
}: StageDefinition): StageOfTrack => ({
  code,
  name,
  kind,
  role,
  ...(agency !== undefined && { agency, agencyName: agencyName ?? agency }),
  status: 'waiting',
});

const fresh = (stage: StageOfTrack): StageOfTrack => waiting({ ...stage, after: [] });
