import {
  CaseDecidedV1,
  CaseOpenedV1,
  SpecialProcedureEndedV1,
  SpecialProcedureStartedV1,
  TermExtendedV1,
  TrackDecidedV1,
} from '@onewindow/contracts';
import { hears, type Subscription } from '@onewindow/journal';
import type { Instant } from '@onewindow/kernel';
import type { IntakeUseCases } from '../../use-cases/intake-use-cases.js';

/** What intake hears: the bureau's news of a case, taken into the application that it came from. */
export const subscriptions = (intake: IntakeUseCases): readonly Subscription[] => [
  hears(CaseOpenedV1, ({ applicationId, tracks }) =>
    intake.announceTerms({ applicationId, tracks }),
  ),
  hears(SpecialProcedureStartedV1, ({ applicationId, noticeNumber, issuedAt, agencyName, item }) =>
    intake.issueNotice({
      applicationId,
      notice: { number: noticeNumber, issuedBy: agencyName, issuedAt: issuedAt as Instant, item },
    }),
  ),
  hears(SpecialProcedureEndedV1, ({ applicationId, item, statutory }) =>
    intake.renewTerm({ applicationId, item, statutory }),
  ),
  hears(TermExtendedV1, ({ applicationId, noticeNumber, issuedAt, agencyName, item, statutory }) =>
    intake.takeExtension({
      applicationId,
      told: {
        notice: {
          number: noticeNumber,
          issuedBy: agencyName,
          issuedAt: issuedAt as Instant,
          ...(item !== undefined && { item }),
        },
        ...(item !== undefined && { item }),
        statutory,
      },
    }),
  ),
  hears(TrackDecidedV1, ({ applicationId, item, itemName, decision, appeal, licence }) =>
    intake.receiveResult({
      applicationId,
      result: {
        item,
        itemName,
        decision: { ...decision, decidedAt: decision.decidedAt as Instant },
        ...(appeal && { appeal }),
        ...(licence && { licence }),
      },
    }),
  ),
  hears(CaseDecidedV1, ({ applicationId, decidedAt }) =>
    intake.noteCaseDecided({ applicationId, decidedAt: decidedAt as Instant }),
  ),
];
