import type { Changes, Instant } from '@onewindow/kernel';
import type { Case } from '../domain/case/case.js';
import { chooseOfficer, weightOf, type Candidate } from '../domain/officers/assigning.js';
import { delegatorsOf } from '../domain/officers/authority.js';
import { kindOfAct } from '../domain/officers/may-act.js';
import type { Officer } from '../domain/officers/officer.js';
import { assignTask } from '../domain/officers/tasks.js';
import type { StageOfTrack } from '../domain/process/stage.js';
import { activeStages, agencyOfStage } from '../domain/process/stages-of-track.js';
import { trackId, type Track } from '../domain/track/track.js';
import { delegatorsIn } from './acting.js';
import { freeTasksOfTheGone } from './freed-tasks.js';
import { OfficersAsked } from './officers-asked.js';
import type { ApprovalDependencies, StageOfAgency } from './ports.js';
import { saveTrack } from './records.js';

type Means = Pick<ApprovalDependencies, 'officers' | 'place' | 'now' | 'workload'>;

/** Roles whose tasks go to somebody by load; what another role has to do is in the pool of its agency. */
const BY_LOAD: readonly string[] = ['approver', 'decision-officer'];

/**
 * Gives every task of these tracks that nobody has, or nobody has any longer, to an officer by competence and load. An agency without
 * published officers keeps its tasks in the pool. Called by whatever lets a stage begin, in its transaction.
 */
export async function assignTasks(
  deps: Means,
  changes: Changes,
  of: Case,
  tracks: readonly Track[],
): Promise<void> {
  const at = deps.now();
  const desk = new Desk(deps, changes);
  const toGive: { readonly opened: Track; readonly stages: readonly StageOfTrack[] }[] = [];
  for (const track of tracks) {
    const opened = await freeTasksOfTheGone(deps, changes, of, track, at);
    toGive.push({ opened, stages: tasksToGive(opened) });
  }
  await desk.askFor(
    of,
    toGive.flatMap(({ opened, stages }) => stages.map((stage) => placeOf(opened, stage))),
  );
  for (const { opened, stages } of toGive) {
    let track = opened;
    for (const stage of stages) {
      const neither = track.passedOn?.[stage.code] ?? [];
      const officer = await desk.choose(of, track, stage, { neither });
      if (officer === undefined) continue;
      const change = assignTask(track, stage.code, officer, { since: at, by: 'load' });
      saveTrack(changes, track, change);
      track = change.state;
    }
  }
}

const tasksToGive = (track: Track): readonly StageOfTrack[] =>
  activeStages(track).filter(
    ({ code, role }) => BY_LOAD.includes(role) && track.assignments?.[code] === undefined,
  );

const placeOf = (track: Track, stage: StageOfTrack): StageOfAgency => ({
  agency: agencyOfStage(track, stage).agency,
  stage: stage.code,
});

/** Case numbers go up by one: so does whose turn it is. */
const turnOf = ({ caseNumber, ordinal }: Track): number =>
  Number(caseNumber.slice(caseNumber.lastIndexOf('-') + 1)) + ordinal;

interface Choice {
  /** Nobody else comes into question, and the load does not count. */
  readonly only?: string;
  /** Who had this task and passed it on. */
  readonly neither?: readonly string[];
}

/** What has been counted, and what was given out since. */
export class Desk {
  private readonly asked: OfficersAsked;
  private readonly given: Map<string, number>;

  constructor(
    private readonly deps: Means,
    private readonly changes: Changes,
    /** Who gets nothing here, whatever the load. */
    private readonly except: readonly string[] = [],
  ) {
    this.asked = new OfficersAsked(deps);
    this.given = deps.workload?.givenOut ?? new Map<string, number>();
  }

  /** Asks for all that is to be chosen here at once; what was not is asked for when it is chosen. */
  askFor(of: Case, stages: readonly StageOfAgency[]): Promise<void> {
    return this.asked.askFor(of.applicant.creditCode, stages);
  }

  async choose(of: Case, track: Track, stage: StageOfTrack, { only, neither = [] }: Choice = {}) {
    const { place, now } = this.deps;
    const at = placeOf(track, stage);
    await this.askFor(of, [at]);
    const known = this.asked.counted(at.agency);
    const passOver = known
      .map(({ officer: { account } }) => account)
      .filter(
        (each) =>
          this.except.includes(each) ||
          neither.includes(each) ||
          (only !== undefined && each !== only),
      );
    if (passOver.length === known.length) return undefined;
    const act = kindOfAct(track, stage);
    const task = { track, act, role: stage.role, matter: of, passOver, turn: turnOf(track) };
    const last = this.asked.lastWith(of.applicant.creditCode, at, of.caseNumber);
    const instant = now();
    for (let among = this.current(known); among.length > 0;) {
      const open = only === undefined ? among : among.map(withoutLimit);
      const chosen = chooseOfficer(open, { ...task, last }, instant, place.work);
      if (chosen === undefined) return undefined;
      // Only now are the officer and whoever delegated to them part of the transaction: who stands back meanwhile makes it run again.
      const concerned = [chosen.account, ...delegatorsOf(chosen, instant)];
      const found = await delegatorsIn(this.changes, concerned);
      const officer = found.get(chosen.account);
      const asFound = among.flatMap((each) => asTheyAre(each, concerned, found));
      if (officer !== undefined && asFound.every((each, index) => each === among[index])) {
        const { account } = officer;
        this.asked.note(of.applicant.creditCode, at, matterOf(track, account, instant));
        this.given.set(account, (this.given.get(account) ?? 0) + weightOf(task.track, place.work));
        return officer;
      }
      among = asFound;
    }
    return undefined;
  }

  private current(counted: readonly Candidate[]): readonly Candidate[] {
    return counted.map(({ officer, openWork }) => ({
      officer,
      openWork: openWork + (this.given.get(officer.account) ?? 0),
    }));
  }
}

const matterOf = ({ caseNumber, item }: Track, officer: string, since: Instant) => ({
  caseNumber,
  trackId: trackId(caseNumber, item),
  since,
  officer,
});

const withoutLimit = ({ officer: { limit: _, ...officer }, openWork }: Candidate): Candidate => ({
  officer,
  openWork,
});

/** The candidate itself where nothing has changed since it was counted, and nobody where the officer is no more. */
function asTheyAre(
  counted: Candidate,
  concerned: readonly string[],
  found: ReadonlyMap<string, Officer>,
): readonly Candidate[] {
  const { account } = counted.officer;
  if (!concerned.includes(account)) return [counted];
  const officer = found.get(account);
  if (officer === undefined) return [];
  return JSON.stringify(officer) === JSON.stringify(counted.officer)
    ? [counted]
    : [{ ...counted, officer }];
}
