import {
  CaseDecidedV1,
  CaseOpenedV1,
  DecisionProtectedV1,
  ReportDeliveredV1,
  DueDatesMovedV1,
  SpecialProcedureEndedV1,
  SpecialProcedureStartedV1,
  TermExtendedV1,
  TrackDecidedV1,
  TrackReopenedV1,
  TrackTransferredV1,
  TrackWithdrawnV1,
} from '@onewindow/contracts';
import { hears, type Subscription } from '@onewindow/journal';
import type { Instant } from '@onewindow/kernel';
import type { IntakeUseCases } from '../../use-cases/intake-use-cases.js';

/** What intake hears: the bureau's news of a case and the market's of a report, taken into the application that they are about. */
export const subscriptions = (intake: IntakeUseCases): readonly Subscription[] => [
  hears(CaseOpenedV1, ({ applicationId, tracks, jointTerm }) =>
    intake.announceTerms({ applicationId, tracks, ...(jointTerm && { jointTerm }) }),
  ),
  hears(SpecialProcedureStartedV1, ({ applicationId, noticeNumber, issuedAt, ...told }) =>
    intake.issueNotice({
      applicationId,
      notice: {
        number: noticeNumber,
        issuedBy: told.agencyName,
        issuedAt: issuedAt as Instant,
        item: told.item,
        particulars: {
          kind: 'special-procedure-notice',
          procedure: told.procedure,
          reason: told.reason,
          from: told.from,
          expectedWorkingDays: told.expectedWorkingDays,
        },
      },
    }),
  ),
  hears(SpecialProcedureEndedV1, ({ applicationId, item, statutory }) =>
    intake.renewTerm({ applicationId, item, statutory }),
  ),
  hears(TermExtendedV1, ({ applicationId, noticeNumber, issuedAt, item, statutory, ...told }) =>
    intake.takeExtension({
      applicationId,
      told: {
        notice: {
          number: noticeNumber,
          issuedBy: told.agencyName,
          issuedAt: issuedAt as Instant,
          ...(item !== undefined && { item }),
          particulars: {
            kind: 'term-extension-notice',
            days: told.days,
            unit: told.unit,
            reason: told.reason,
            approver: told.approver,
            source: told.source,
            before: told.before,
            due: statutory,
          },
        },
        ...(item !== undefined && { item }),
        statutory,
      },
    }),
  ),
  hears(DueDatesMovedV1, ({ applicationId, item, after: { statutory, promised } }) =>
    intake.renewTerm({
      applicationId,
      ...(item !== undefined && { item }),
      statutory,
      ...(promised && { promised }),
    }),
  ),
  hears(
    TrackDecidedV1,
    ({ applicationId, item, itemName, decision, appeal, licence, protection }) =>
      intake.receiveResult({
        applicationId,
        ...(protection && { protection }),
        result: {
          item,
          itemName,
          decision: { ...decision, decidedAt: decision.decidedAt as Instant },
          ...(appeal && { appeal }),
          ...(licence && { licence }),
        },
      }),
  ),
  hears(DecisionProtectedV1, ({ applicationId, decision, ruledAt, protection }) =>
    intake.ruleOnPublication({
      applicationId,
      decision,
      ruledAt: ruledAt as Instant,
      protection,
    }),
  ),
  hears(TrackReopenedV1, ({ applicationId, statutory, promised, ...told }) =>
    intake.reopenItem({
      applicationId,
      statutory,
      ...(promised && { promised }),
      reopening: {
        item: told.item,
        quashedDecision: told.quashedDecision,
        ...(told.annulledLicence !== undefined && { annulledLicence: told.annulledLicence }),
        body: told.body,
        documentNumber: told.documentNumber,
        effectiveOn: told.effectiveOn,
        reopenedAt: told.reopenedAt as Instant,
      },
    }),
  ),
  hears(TrackTransferredV1, ({ applicationId, statutory, promised, ...told }) =>
    intake.handUp({
      applicationId,
      item: told.item,
      to: told.to,
      toName: told.toName,
      at: told.transferredAt as Instant,
      statutory,
      ...(promised && { promised }),
    }),
  ),
  hears(TrackWithdrawnV1, ({ applicationId, item, withdrawnAt, reason }) =>
    intake.withdrawItem({
      applicationId,
      withdrawn: { item, withdrawnAt: withdrawnAt as Instant, reason },
    }),
  ),
  hears(ReportDeliveredV1, (told) => {
    const { applicationId, materialCode, agency, projectNumber, contractNumber } = told;
    // A project that no application asked for is between its owner and the agency.
    if (applicationId === undefined || materialCode === undefined) return Promise.resolve();
    const { hash, name, mediaType, size } = told.file;
    return intake.receiveReport({
      applicationId,
      material: materialCode,
      file: { hash, name, mediaType, size },
      provenance: {
        agencyName: agency.name,
        agencyCreditCode: agency.uscc,
        projectNumber,
        contractNumber,
        deliveredAt: told.deliveredAt as Instant,
      },
    });
  }),
  hears(CaseDecidedV1, ({ applicationId, decidedAt }) =>
    intake.noteCaseDecided({ applicationId, decidedAt: decidedAt as Instant }),
  ),
];
