import {
  CaseDecidedV1,
  CaseOpenedV1,
  DecisionHandedOverV1,
  DueDatesMovedV1,
  SpecialProcedureEndedV1,
  SpecialProcedureStartedV1,
  TermExtendedV1,
  TrackReopenedV1,
  TrackTransferredV1,
  TrackWithdrawnV1,
  type ParticipantToken,
} from '@onewindow/contracts';
import { publish, type Publications } from '@onewindow/journal';
import { addressOf, decisionProtected, trackDecided } from './decision-publications.js';
import type { Case, CaseEvent } from '../../domain/case/case.js';
import type { TermExtension } from '../../domain/clock/term-extension.js';
import type { ConsultationEvent } from '../../domain/consultation/consultation.js';
import type { Handover, HandoverEvent } from '../../domain/handover/handover.js';
import type { InspectionEvent } from '../../domain/inspection/inspection.js';
import type { QuotaEvent } from '../../domain/quota/quota.js';
import type { InterestEvent } from '../../domain/interest/interested-parties.js';
import type { LicenceEvent } from '../../domain/licence/licence.js';
import type { ProcessEvent } from '../../domain/process/definition.js';
import type { OfficerEvent, RosterEvent } from '../../domain/officers/officer.js';
import type { WorkTransferEvent } from '../../domain/officers/work-transfer.js';
import type { TrackEvent } from '../../domain/track/track-events.js';
import type { Track } from '../../domain/track/track.js';

/** What approval says of a case. */
export const casePublications = {
  'case-opened': ({ tracks, joint }, { applicationId, caseNumber, openedAt }) =>
    publish(CaseOpenedV1, {
      applicationId,
      caseNumber,
      openedAt,
      tracks: [...tracks],
      ...(joint && { jointTerm: joint }),
    }),
  'track-concluded': 'private',
  'joint-term-extended': ({ extension, due }, { applicationId, caseNumber, leadAgencyName }) =>
    publish(TermExtendedV1, {
      applicationId,
      caseNumber,
      ...extensionTold(extension, leadAgencyName ?? ''),
      statutory: due,
    }),
  'joint-clock-moved': 'private',
  'due-dates-moved': ({ before, after, calendars }, { applicationId, caseNumber }) =>
    publish(DueDatesMovedV1, {
      applicationId,
      caseNumber,
      before,
      after,
      calendars: [...calendars],
    }),
  'joint-term-warning': 'private',
  'joint-term-missed': 'private',
  'track-reopened': 'private',
  'track-left': 'private',
  'track-transferred': 'private',
  'case-withdrawn': 'private',
  'confidentiality-marked': 'private',
  'node-recorded': 'private',
  'case-decided': ({ decidedAt }, { applicationId, caseNumber }) =>
    publish(CaseDecidedV1, { applicationId, caseNumber, decidedAt }),
  'case-closed': 'private',
} satisfies Publications<CaseEvent, Case>;

/** What it says of a track: intake serves the notices and the results. */
export const trackPublications = {
  'track-opened': 'private',
  'task-assigned': 'private',
  'task-released': 'private',
  'green-lane-marked': 'private',
  'special-procedure-started': ({ procedure, issuedAt }, track) =>
    publish(SpecialProcedureStartedV1, {
      ...addressOf(track),
      itemName: track.itemName,
      agencyName: track.agencyName,
      procedure: procedure.procedure,
      ...(procedure.ownProcedure !== undefined && { ownProcedure: procedure.ownProcedure }),
      reason: procedure.reason,
      noticeNumber: procedure.noticeNumber,
      issuedAt,
      from: procedure.from,
      expectedWorkingDays: procedure.expectedWorkingDays,
    }),
  'special-procedure-ended': ({ end, suspendedWorkingDays, statutory }, track) =>
    publish(SpecialProcedureEndedV1, {
      ...addressOf(track),
      until: end.until,
      ...(suspendedWorkingDays !== undefined && { suspendedWorkingDays }),
      statutory,
    }),
  'term-extended': ({ extension, statutory }, track) =>
    publish(TermExtendedV1, {
      ...addressOf(track),
      itemName: track.itemName,
      ...extensionTold(extension, track.agencyName),
      statutory,
    }),
  'opinion-recorded': 'private',
  'departments-consulted': 'private',
  'party-to-be-heard': 'private',
  'decision-drafted': 'private',
  'draft-reviewed': 'private',
  'site-visit-completed': 'private',
  'track-decided': trackDecided,
  'decision-protected': decisionProtected,
  'decision-numbered': 'private',
  'decision-served': 'private',
  'service-noted': 'private',
  'track-reopened': ({ reopening, statutory, promised }, track) => {
    const { order, quashed, annulledLicence, reopenedAt } = reopening;
    return publish(TrackReopenedV1, {
      ...addressOf(track),
      itemName: track.itemName,
      reopenedAt,
      quashedDecision: quashed.number,
      ...(annulledLicence !== undefined && { annulledLicence }),
      kind: order.kind,
      body: order.body,
      documentNumber: order.documentNumber,
      effectiveOn: order.effectiveOn,
      statutory,
      ...(promised && { promised }),
    });
  },
  'track-transferred': ({ transfer, statutory, promised }, track) =>
    publish(TrackTransferredV1, {
      ...addressOf(track),
      itemName: track.itemName,
      fromName: transfer.fromName,
      to: transfer.to,
      toName: transfer.toName,
      transferredAt: transfer.at,
      statutory,
      ...(promised && { promised }),
    }),
  'track-withdrawn': ({ withdrawal }, track) =>
    publish(TrackWithdrawnV1, {
      ...addressOf(track),
      itemName: track.itemName,
      withdrawnAt: withdrawal.withdrawnAt,
      reason: withdrawal.reason,
    }),
  'delay-explained': 'private',
  'due-dates-moved': ({ before, after, calendars }, track) =>
    publish(DueDatesMovedV1, { ...addressOf(track), before, after, calendars: [...calendars] }),
  'term-warning': 'private',
  'promised-warning': 'private',
  'promised-missed': 'private',
  'stage-completed': 'private',
  'stage-returned': 'private',
  'answers-recorded': 'private',
  'stage-overdue': 'private',
  'earlier-result': 'private',
  'stage-terms-moved': 'private',
  'term-missed': 'private',
} satisfies Publications<TrackEvent, Track>;

/** What departments say is between them and the agency that asked; they are told on their desks. */
export const consultationPublications = {
  'opinions-asked': 'private',
  'departments-reminded': 'private',
  'department-answered': 'private',
  'department-silent': 'private',
  'answers-moved': 'private',
  'consultation-closed': 'private',
} satisfies Publications<ConsultationEvent>;

export const definitionPublications = {
  'process-published': 'private',
} satisfies Publications<ProcessEvent>;

export const quotaPublications = {
  'quota-published': 'private',
  'place-taken': 'private',
  'place-freed': 'private',
  'filing-opened': 'private',
  'filing-reopened': 'private',
} satisfies Publications<QuotaEvent>;

/** Who is heard, and what was said, stays with the agency; the notices are served by its officer. */
export const interestPublications = {
  'party-named': 'private',
  'party-told': 'private',
  'party-declined': 'private',
  'statement-recorded': 'private',
  'hearing-of-parties-ended': 'private',
} satisfies Publications<InterestEvent>;

export const inspectionPublications = {
  'inspection-arranged': 'private',
  'checklist-recorded': 'private',
  'checklist-signed': 'private',
  'inspection-completed': 'private',
} satisfies Publications<InspectionEvent>;

export const licencePublications = {
  'licence-issued': 'private',
  'licence-served': 'private',
  'service-confirmed': 'private',
  'service-warning': 'private',
  'service-moved': 'private',
  'use-moved': 'private',
  'service-overdue': 'private',
  'licence-used': 'private',
  'licence-lapsed': 'private',
  'licence-annulled': 'private',
  'licence-expired': 'private',
} satisfies Publications<LicenceEvent>;

/** Who works at an agency, and for whom they stand back, is nobody else's. */
export const officerPublications = {
  'officer-published': 'private',
  'officer-left': 'private',
  'officer-authorised': 'private',
  'authorisation-revoked': 'private',
  'leave-recorded': 'private',
  'relation-declared': 'private',
} satisfies Publications<OfficerEvent>;

export const workTransferPublications = {
  'work-transfer-begun': 'private',
  'work-transferred': 'private',
  'work-transfer-finished': 'private',
} satisfies Publications<WorkTransferEvent>;

export const rosterPublications = {
  'roster-changed': 'private',
} satisfies Publications<RosterEvent>;

/** What the supervising department is told: every decision that it supervises from here on, refusals among them. */
export const handoverPublications = {
  'handover-waiting': 'private',
  'decision-handed-over': ({ sentTo, sentAt, acknowledgeBy, acknowledgeWithin }, handover) =>
    publish(
      DecisionHandedOverV1,
      {
        handoverId: handover.handoverId,
        ...addressOf(handover),
        itemName: handover.itemName,
        department: handover.department,
        applicant: handover.applicant,
        premises: handover.premises,
        decision: {
          ...handover.decision,
          reasons: [...handover.decision.reasons],
          agency: handover.agency,
          agencyName: handover.agencyName,
        },
        ...(handover.licence && { licence: handover.licence }),
        handedOverAt: sentAt,
        acknowledgeBy,
        workingDaysToAcknowledge: acknowledgeWithin,
      },
      sentTo as ParticipantToken,
    ),
  'handover-acknowledged': 'private',
  'acknowledgement-moved': 'private',
  'acknowledgement-overdue': 'private',
} satisfies Publications<HandoverEvent, Handover>;

const extensionTold = (
  { approvedAt, approvedBy: _, approvedByName: __, ...extension }: TermExtension,
  agencyName: string,
) => ({ ...extension, agencyName, issuedAt: approvedAt });
