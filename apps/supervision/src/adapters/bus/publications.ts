import { HandoverAcknowledgedV1 } from '@onewindow/contracts';
import { publish, type Publications } from '@onewindow/journal';
import type { Handover, HandoverEvent } from '../../domain/handover.js';

/** What supervision says. */
export const publications = {
  'handover-received': 'private',
  'handover-acknowledged': (
    { acknowledgedAt, acknowledgedBy },
    { handoverId, applicationId, caseNumber, department },
  ) =>
    publish(HandoverAcknowledgedV1, {
      handoverId,
      applicationId,
      caseNumber,
      department,
      acknowledgedAt,
      acknowledgedBy,
    }),
  'acknowledgement-moved': 'private',
  'acknowledgement-overdue': 'private',
} satisfies Publications<HandoverEvent, Handover>;
