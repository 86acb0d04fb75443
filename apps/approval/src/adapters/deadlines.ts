import { onDeadline, onWarning, type DeadlineHandler } from '@onewindow/journal';
import type { AggregateKind } from '@onewindow/kernel';
import { caseKind } from '../domain/case/case.js';
import { consultationKind } from '../domain/consultation/consultation.js';
import { handoverKind } from '../domain/handover/handover.js';
import { licenceKind } from '../domain/licence/licence.js';
import { workTransferKind } from '../domain/officers/work-transfer.js';
import { trackKind } from '../domain/track/track.js';
import { WARNINGS, type TimePolicies } from '../policies/when-time-passes.js';

/** Which deadline runs which policy. */
export const deadlines = ({
  case: ofCase,
  track,
  consultation,
  licence,
  handover,
  workTransfer,
}: TimePolicies): readonly DeadlineHandler[] => [
  ...of(caseKind, ofCase),
  ...of(trackKind, track),
  ...of(consultationKind, consultation),
  ...of(licenceKind, licence),
  ...of(handoverKind, handover),
  ...of(workTransferKind, workTransfer),
];

const of = (
  kind: AggregateKind<any, any>,
  policies: Readonly<Record<string, (id: string) => Promise<void>>>,
): DeadlineHandler[] =>
  Object.entries(policies).map(([name, policy]) =>
    (WARNINGS.has(name) ? onWarning : onDeadline)(kind, name, (id) => policy(id)),
  );
