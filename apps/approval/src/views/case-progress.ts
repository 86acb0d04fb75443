import type {
  FollowCaseReply,
  PlaceUnderQuota,
  ProgressActor,
  ProgressPaper,
  ProgressStep,
  ProgressTrack,
} from '@onewindow/contracts';
import { holds, type Actor } from '@onewindow/kernel';
import type { JournalStep } from '@onewindow/service';
import { AGENCY_ROLES } from '../domain/case/visible-to.js';
import { lampOf } from '../domain/track/term.js';
import { datesOf } from '../domain/track/track-clock.js';
import type { SpecialProcedure } from '../domain/track/track-contents.js';
import type { Track } from '../domain/track/track.js';
import { awaited } from './case-awaited.js';
import { toldFact } from './case-facts.js';
import type { Followed } from './followed.js';
import { procedureName } from './procedure-names.js';
import type { CaseFile } from './records.js';
import type { Doer } from './telling.js';
import { appealView, decisionSummary } from './track-view.js';

/** Somebody who may see the case, or undefined for whoever came with its code. */
export type Follower = Actor | undefined;

/** A case as its applicant follows it: what happened, what is waited for, and the tracks side by side. */
export function caseProgress(followed: Followed, follower: Follower): FollowCaseReply {
  const { file, journal } = followed;
  const { of, tracks } = file;
  return {
    applicationId: of.applicationId,
    number: of.caseNumber,
    title: titleOf(file),
    status: of.status,
    acceptedAt: of.acceptedAt,
    steps: journal.flatMap((step) => progressStep(step, file, follower)),
    waitingFor: awaited(followed),
    tracks: tracks.map((track, at) => progressTrack(track, followed, followed.places[at])),
    papers: tracks.flatMap((track) => papersOf(track, followed)),
  };
}

function titleOf({ of: { premises }, tracks }: CaseFile): string {
  const [first] = tracks;
  const more = tracks.length > 1 ? ` 等 ${String(tracks.length)} 项` : '';
  return `${premises.name}：${first?.itemName ?? ''}${more}`.slice(0, 500);
}

function progressStep(
  step: JournalStep,
  file: CaseFile,
  follower: Follower,
): readonly ProgressStep[] {
  const told = toldFact(step, file);
  if (told === undefined) return [];
  const { zh, en, by, at = step.occurredAt, item } = told;
  return [
    {
      at,
      ...(at !== step.occurredAt && { recordedAt: step.occurredAt }),
      what: { kind: step.fact, zh, en },
      by: named(by, step.actor, follower),
      ...(item !== undefined && { item }),
    },
  ];
}

/** Officers are named to each other and to auditors; the public learns the office. */
function named(by: Doer, actor: Actor, follower: Follower): ProgressActor {
  const isOffice =
    follower !== undefined && holds(follower, ...AGENCY_ROLES, 'window-clerk', 'auditor');
  return isOffice && actor.kind === 'person' ? { ...by, name: actor.name } : { ...by };
}

function progressTrack(
  track: Track,
  { counting, today }: Followed,
  quota: PlaceUnderQuota | undefined,
): ProgressTrack {
  const { statutory, promised } = datesOf(track.terms, track.clock, counting);
  const lamp = lampOf(track, today, counting);
  const { item, itemName, agency, agencyName, status, decision, licence } = track;
  return {
    item,
    itemName,
    agency,
    agencyName,
    status,
    due: statutory,
    ...(promised && { promised }),
    ...(lamp && { lamp }),
    suspensions: track.specialProcedures.map((each) => suspensionOf(track, each)),
    ...(decision && { decision: decisionSummary(track, decision) }),
    ...appealView(track, counting),
    ...(licence && { licence }),
    ...(quota && { quota }),
  };
}

function suspensionOf(
  track: Track,
  suspension: SpecialProcedure,
): ProgressTrack['suspensions'][number] {
  const { procedure, ownProcedure, noticeNumber, from, ended } = suspension;
  const announced = track.clock.find(
    (each) => each.type === 'suspended' && each.notice === noticeNumber,
  );
  return {
    procedure: ownProcedure ?? procedure,
    name: procedureName(track, suspension),
    noticeNumber,
    from,
    ...(ended && { until: ended.until }),
    ...(announced?.type === 'suspended' && { expectedUntil: announced.expectedUntil }),
  };
}

const extensionOf = ({ extension, item, itemName, agencyName }: Track): readonly ProgressPaper[] =>
  extension === undefined
    ? []
    : [
        {
          number: extension.noticeNumber,
          kind: 'term-extension-notice',
          title: `延长办理期限告知书（${itemName}）`,
          issuedBy: agencyName,
          issuedAt: extension.approvedAt,
          item,
        },
      ];

function papersOf(track: Track, { licences, journal }: Followed): readonly ProgressPaper[] {
  const { item, itemName, agencyName: issuedBy, decision, licence } = track;
  const served = licences.find(({ number }) => number === licence?.number)?.servedAt;
  const notices = track.specialProcedures.flatMap(({ noticeNumber }) => {
    const step = journal.find(
      ({ fact, payload }) =>
        fact === 'special-procedure-started' && JSON.stringify(payload).includes(noticeNumber),
    );
    if (step === undefined) return [];
    const issuedAt = step.occurredAt;
    const title = `特别程序告知书（${itemName}）`;
    return [
      { number: noticeNumber, kind: 'special-procedure-notice', title, issuedBy, issuedAt, item },
    ];
  });
  if (decision === undefined) return [...notices, ...extensionOf(track)];
  const { number, outcome, decidedAt: issuedAt } = decision;
  const title = `${outcome === 'granted' ? '准予' : '不予'}行政许可决定书（${itemName}）`;
  return [
    ...notices,
    ...extensionOf(track),
    {
      number,
      kind: 'decision',
      title,
      issuedBy,
      issuedAt,
      item,
      ...(decision.officialNumber !== undefined && { officialNumber: decision.officialNumber }),
      ...(track.served && { servedAt: track.served.servedAt }),
    },
    ...(licence
      ? [
          {
            number: licence.number,
            kind: 'licence',
            title: licence.name,
            issuedBy,
            issuedAt,
            item,
            ...(served !== undefined && { servedAt: served }),
          },
        ]
      : []),
  ];
}
