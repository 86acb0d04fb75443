import type {
  ExplainCaseDateReply,
  ExplainCaseDateRequest,
  FollowCaseReply,
  FollowCaseRequest,
  PlaceUnderQuota,
} from '@onewindow/contracts';
import { legalDateAt, type Actor, type Clock } from '@onewindow/kernel';
import { opensSeal, type JournalStep } from '@onewindow/service';
import { approvalRefusals } from '../domain/approval-refusals.js';
import type { Case } from '../domain/case/case.js';
import { isVisible, visibleTo } from '../domain/case/visible-to.js';
import type { Licence } from '../domain/licence/licence.js';
import type { Counting } from '../domain/track/track-clock.js';
import type { Track } from '../domain/track/track.js';
import type { ApprovalPlaceRules } from '../use-cases/ports.js';
import { explainCaseDate } from './case-dates.js';
import { caseProgress, type Follower } from './case-progress.js';
import type { ApprovalRecords, CaseFile } from './records.js';

export interface FollowingDependencies {
  readonly records: ApprovalRecords;
  /** What happened in the matter that came of an application. */
  readonly journal: (applicationId: string) => Promise<readonly JournalStep[]>;
  /** Where permits are limited: the place of a filing in the order of acceptance (许可法 57). */
  readonly placeUnderQuota: (of: Case, track: Track) => Promise<PlaceUnderQuota | undefined>;
  readonly counting: () => Counting;
  readonly place: Pick<ApprovalPlaceRules, 'workingDaysToServe' | 'handoverAckWorkingDays'>;
  readonly now: Clock;
}

type Asked = Pick<FollowCaseRequest, 'caseNumber' | 'code'>;

/** What anybody may follow who has the number and the query code, or who may see the case anyway. */
export class Following {
  constructor(private readonly deps: FollowingDependencies) {}

  async case(request: FollowCaseRequest, actor: Actor): Promise<FollowCaseReply> {
    const { file, follower } = await this.admitted(request, actor);
    const { journal, counting, now, placeUnderQuota } = this.deps;
    const [licences, steps, places] = await Promise.all([
      this.licencesOf(file),
      journal(file.of.applicationId),
      Promise.all(file.tracks.map((track) => placeUnderQuota(file.of, track))),
    ]);
    const today = legalDateAt(now());
    const followed = { file, licences, journal: steps, counting: counting(), today };
    return caseProgress({ ...followed, places }, follower);
  }

  async date(
    { date, item, ...asked }: ExplainCaseDateRequest,
    actor: Actor,
  ): Promise<ExplainCaseDateReply> {
    const { file } = await this.admitted(asked, actor);
    const track = file.tracks.find((each) => each.item === item);
    if (track === undefined) throw approvalRefusals.refuse('date-not-set');
    const { records, counting, place } = this.deps;
    const number = track.licence?.number;
    const licence = number === undefined ? undefined : await records.licence(number);
    return explainCaseDate(date, { track, file, licence, counting: counting(), place });
  }

  /** A wrong number, a wrong code and a case that is not one's own are one and the same refusal. */
  private async admitted(
    { caseNumber, code = '' }: Asked,
    actor: Actor,
  ): Promise<{ readonly file: CaseFile; readonly follower: Follower }> {
    const { records } = this.deps;
    const of = await records.case(caseNumber);
    const hasCode = opensSeal(of?.queryCode, code);
    const isOwnToSee = of !== undefined && isVisible(of, visibleTo(actor));
    const file = isOwnToSee || hasCode ? await records.caseFile(caseNumber) : undefined;
    if (file === undefined) throw approvalRefusals.refuse('progress-not-found');
    return { file, follower: isOwnToSee ? actor : undefined };
  }

  private async licencesOf({ tracks }: CaseFile): Promise<readonly Licence[]> {
    const found = await Promise.all(
      tracks.flatMap(({ licence }) => (licence ? [this.deps.records.licence(licence.number)] : [])),
    );
    return found.flatMap((licence) => (licence === undefined ? [] : [licence]));
  }
}
