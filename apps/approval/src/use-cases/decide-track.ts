import type { Changes, Instant } from '@onewindow/kernel';
import { concludeTrack, type Case } from '../domain/case/case.js';
import { prepareHandover } from '../domain/handover/handover.js';
import { issueLicence, type LicenceOnTrack } from '../domain/licence/licence.js';
import type { AuthorityUsed } from '../domain/officers/authorisation.js';
import type { AppealRoutes } from '../domain/parties.js';
import { decidingRole, needsOpinion } from '../domain/process/passing-stages.js';
import { appealRoutesOf } from '../domain/track/appeal.js';
import { decide, type DecisionRequest } from '../domain/track/decision.js';
import type { PublicationAsked } from '../domain/track/publication-ruling.js';
import type { Decision } from '../domain/track/track-contents.js';
import type { Track } from '../domain/track/track.js';
import { actingOn, endingStage } from './acting.js';
import { endWhatWasWaitedFor, weigh } from './also-required.js';
import { acknowledgementTermOf, countingOf } from './counting.js';
import { passOnTrack } from './pass-on-result.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { takePlaceFor } from './quotas.js';
import {
  createHandover,
  createLicence,
  saveCase,
  saveTrack,
  type TrackReference,
} from './records.js';

export interface DecideTrack extends TrackReference, Omit<DecisionRequest, 'publication'> {
  readonly protection?: PublicationAsked['protection'];
  readonly disclosed?: PublicationAsked['disclosed'];
}

export interface DecidedTrack {
  readonly decisionNumber: string;
  readonly decidedAt: Instant;
  readonly licence?: LicenceOnTrack;
  readonly appeal?: AppealRoutes;
  /** Absent where the agency publishes no officers. */
  readonly under?: AuthorityUsed;
}

/** By whoever the definition says, on the spot where no opinion comes before it. */
export const decidingOn = endingStage('decision', (track) => ({
  kind: needsOpinion(track) ? 'decide' : 'decide-at-window',
  roles: [decidingRole(track)],
}));

/**
 * Decides a track and does what follows from it in the same transaction: the licence, the handover to the supervising
 * department, and the join of the case. The track is read first, so that its decision stands in the journal before what
 * follows from it.
 */
export const decideTrack =
  (deps: ApprovalDependencies) =>
  (request: DecideTrack, { actor }: Asking): Promise<DecidedTrack> =>
    deps.transact(async (changes) => {
      const acting = await actingOn(deps, changes, request, actor, decidingOn);
      const { track: before, of, person: officer, under: authority } = acting;
      const { outcome, reasons, legalBasis, conditions, delayReason } = request;
      const publication = publicationOf(request);
      const asked = {
        outcome,
        reasons,
        legalBasis,
        ...(conditions && { conditions }),
        ...(delayReason !== undefined && { delayReason }),
        ...(authority && { under: authority }),
        ...(publication && { publication }),
      };
      const now = deps.now();
      const deciding = { of, track: before, request: asked, officer, now };
      const { request: weighed, alsoRequired, under } = await weigh(changes, deciding, deps);
      const change = decide(before, weighed, officer, now, {
        appealRoutes: appealRoutesOf(before.agency, {
          bodies: deps.place.appealRoutes,
          terms: deps.place.appealTerms,
        }),
        verificationCode: deps.newVerificationCode(),
        counting: countingOf(deps),
        alsoRequired,
        ...(under && { quotaFrom: under.period.from }),
      });
      saveTrack(changes, before, change);
      if (under && outcome === 'granted') takePlaceFor(changes, under, of.caseNumber);
      await endWhatWasWaitedFor(changes, before, now, deps);
      const track = change.state;
      const { decision } = track;
      if (decision === undefined) throw new TypeError('a decided track has a decision');
      issue(changes, of, { track, decision }, deps);
      handOver(changes, of, { track, decision }, deps);
      const joined = concludeTrack(
        of,
        concluded(track, decision),
        decision.decidedAt,
        countingOf(deps),
      );
      saveCase(changes, of, joined);
      await passOnTrack(changes, joined.state, track.item, now, deps);
      const { licence, appeal } = track;
      return {
        decisionNumber: decision.number,
        decidedAt: decision.decidedAt,
        ...(licence && { licence }),
        ...(appeal && { appeal }),
        ...(authority && { under: authority }),
      };
    });

/** Nothing to be said about its publication is not said. */
function publicationOf({
  protection = [],
  disclosed = [],
}: DecideTrack): PublicationAsked | undefined {
  return protection.length + disclosed.length === 0 ? undefined : { protection, disclosed };
}

interface Decided {
  readonly track: Track;
  readonly decision: Decision;
}

const concluded = ({ item, licence }: Track, { outcome }: Decision) => ({
  item,
  outcome,
  ...(licence && { licenceNumber: licence.number }),
});

function issue(
  changes: Changes,
  of: Case,
  { track, decision }: Decided,
  deps: ApprovalDependencies,
): void {
  const { licence, terms, ...rest } = track;
  if (licence === undefined) return;
  const serviceThresholds = terms.warnings?.certificate;
  const issued = issueLicence(
    { ...rest, licence, ...(serviceThresholds && { serviceThresholds }) },
    of.applicant,
    decision.decidedAt,
    { counting: countingOf(deps), workingDaysToServe: deps.place.workingDaysToServe },
  );
  createLicence(changes, issued);
}

/** Without a supervising department the deciding agency supervises what it decides, and nothing is handed over. */
function handOver(
  changes: Changes,
  of: Case,
  { track, decision }: Decided,
  deps: ApprovalDependencies,
): void {
  const { supervisingDepartment: department, licence } = track;
  if (department === undefined) return;
  const { number, outcome, decidedAt, reasons } = decision;
  const content = {
    handoverId: deps.newId(),
    applicationId: track.applicationId,
    caseNumber: track.caseNumber,
    item: track.item,
    itemName: track.itemName,
    agency: track.agency,
    agencyName: track.agencyName,
    department,
    applicant: of.applicant,
    premises: of.premises,
    decision: { number, outcome, decidedAt, reasons },
    ...(licence && { licence }),
  };
  const participant = deps.supervisingInstance(department);
  createHandover(
    changes,
    prepareHandover(content, participant, decidedAt, acknowledgementTermOf(deps)),
  );
}
