import {
  ApplicationAcceptedV1,
  CalendarPublishedV1,
  CatalogueChangedV1,
  ConfidentialityMarkedV1,
  HandoverAcknowledgedV1,
  PaperNumberedV1,
  PaperServedV1,
  ResultsDispatchedV1,
  type AcceptedPlan,
  type ApplicationAcceptedPayload,
  type LampThreshold,
  type WarningsOfItem,
} from '@onewindow/contracts';
import { hears, type Subscription } from '@onewindow/journal';
import { instantOf } from '@onewindow/kernel';
import type { OwnThresholds } from '../../domain/clock/warnings.js';
import type { PlanOfCase } from '../../domain/plan/plan.js';
import type { ApprovalUseCases } from '../../use-cases/approval-use-cases.js';
import type { OpenCase } from '../../use-cases/open-case.js';

/** What approval hears. Who said it is what the broker proved, never what a payload claims. */
export const subscriptions = (approval: ApprovalUseCases): readonly Subscription[] => [
  hears(ApplicationAcceptedV1, (accepted) => approval.openCase(acceptedApplication(accepted))),
  hears(CalendarPublishedV1, ({ calendar, edition, publishedAt }) =>
    approval.takeCalendar({ calendar, edition, publishedAt: instantOf(publishedAt) }),
  ),
  hears(CatalogueChangedV1, ({ items }) => approval.takeCatalogue(items)),
  hears(ConfidentialityMarkedV1, ({ markedAt, ...told }) =>
    approval.noteMarks({ ...told, markedAt: instantOf(markedAt) }),
  ),
  hears(PaperNumberedV1, (told) => approval.noteNumber(told)),
  hears(PaperServedV1, ({ servedAt, number, revision, servedOn: _, ...told }) =>
    approval.noteService({
      ...told,
      servedAt: instantOf(servedAt),
      ...(number !== undefined && { number }),
      ...(revision !== undefined && { revision }),
    }),
  ),
  hears(ResultsDispatchedV1, ({ applicationId, caseNumber, dispatchedAt, licences }) =>
    approval.closeCase({
      applicationId,
      caseNumber,
      dispatchedAt: instantOf(dispatchedAt),
      ...(licences && {
        licences: licences.map(({ licence, servedAt, revision }) => ({
          licence,
          ...(servedAt !== undefined && { servedAt: instantOf(servedAt) }),
          ...(revision !== undefined && { revision }),
        })),
      }),
    }),
  ),
  hears(HandoverAcknowledgedV1, ({ handoverId, acknowledgedAt, acknowledgedBy }, { producer }) =>
    approval.acknowledgeHandover({
      handoverId,
      from: producer,
      acknowledgedAt: instantOf(acknowledgedAt),
      acknowledgedBy,
    }),
  ),
];

/** Takes over what a case needs and leaves the materials with intake. */
function acceptedApplication(payload: ApplicationAcceptedPayload): OpenCase {
  const { applicant, premises, bundle, handling, queryCode } = payload;
  return {
    applicationId: payload.applicationId,
    applicationNumber: payload.applicationNumber,
    caseNumber: payload.caseNumber,
    region: payload.region,
    ...(bundle !== undefined && { bundle }),
    ...(handling !== undefined && { handling }),
    applicantAccount: payload.applicantAccount,
    applicant: { name: applicant.name, creditCode: applicant.creditCode },
    premises: { name: premises.name, address: premises.address },
    ...(queryCode && { queryCode: { salt: queryCode.salt, hash: queryCode.hash } }),
    acceptedAt: instantOf(payload.acceptedAt),
    jointInspection: payload.jointInspection,
    items: payload.items.map(acceptedItem),
    ...(payload.answers && { answers: payload.answers }),
    ...(payload.confidential && { confidential: payload.confidential }),
    ...(payload.plan && { plan: planOfCase(payload.plan) }),
  };
}

const planOfCase = ({ nodes, edges }: AcceptedPlan): PlanOfCase => ({
  nodes: nodes.map(({ id, name, kind, item, department, stage, optional }) => ({
    id,
    name,
    kind,
    ...(item !== undefined && { item }),
    ...(department !== undefined && { department }),
    ...(stage !== undefined && { stage }),
    ...(optional !== undefined && { optional }),
  })),
  edges: edges.map(({ from, to, type, basis }) => ({
    from,
    to,
    type,
    ...(basis !== undefined && { basis }),
  })),
});

const acceptedItem = ({
  warnings,
  lapse,
  ...item
}: ApplicationAcceptedPayload['items'][number]): OpenCase['items'][number] => ({
  ...item,
  ...(warnings && { warnings: lampsOfItem(warnings) }),
  ...(lapse && {
    lapse: { unit: lapse.unit, count: lapse.count, from: lapse.from, source: lapse.source },
  }),
});

const lampsOfItem = ({ statutory, promised, certificate }: WarningsOfItem): OwnThresholds => ({
  ...(statutory && { statutory: statutory.map(threshold) }),
  ...(promised && { promised: promised.map(threshold) }),
  ...(certificate && { certificate: certificate.map(threshold) }),
});

const threshold = ({ lamp, workingDaysLeft, percentLeft }: LampThreshold) => ({
  lamp,
  workingDaysLeft,
  ...(percentLeft !== undefined && { shareLeft: percentLeft / 100 }),
});
