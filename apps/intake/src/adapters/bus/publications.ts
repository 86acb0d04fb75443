import {
  ApplicationAcceptedV1,
  ConfidentialityMarkedV1,
  CalendarPublishedV1,
  CatalogueChangedV1,
  ReportNeededV1,
  ReportNotNeededV1,
  type AcceptedPlan,
  type ApplicationAcceptedPayload,
  type CatalogueChangedPayload,
  type ReportNeededPayload,
  type ParticipantToken,
} from '@onewindow/contracts';
import { publish, type Publications } from '@onewindow/journal';
import { sealQueryCode } from '@onewindow/service';
import type { CalendarYear, CalendarYearEvent } from '@onewindow/statutory-clock';
import {
  filesOf,
  type AppliedItem,
  type Application,
  type ApplicationEvent,
  type NeededReport,
} from '../../domain/application.js';
import type { ConfidentialityMark } from '../../domain/publication-ruling.js';
import { answersToTell } from '../../domain/filed-form.js';
import type { BundleDraftEvent } from '../../domain/catalogue/bundle-draft.js';
import type { CatalogueImportEvent } from '../../domain/catalogue/catalogue-import.js';
import type {
  CatalogueNotice,
  CatalogueNoticeEvent,
} from '../../domain/catalogue/catalogue-notice.js';
import type {
  ImplementationEditionEvent,
  ImplementationEvent,
} from '../../domain/catalogue/implementation-edition.js';
import type { ItemDraftEvent } from '../../domain/catalogue/item-draft.js';
import type { ItemVersionEvent } from '../../domain/catalogue/item-version.js';
import type { GuidanceEvent, GuidanceVersionEvent } from '../../domain/guidance/guidance.js';
import type { LockerFileEvent } from '../../domain/locker.js';
import type { SynonymEvent } from '../../domain/search/synonyms.js';
import { decisionPaperNews, dispatchNews, paperServedNews } from './paper-publications.js';
import { calendarOnWire } from '../../views/calendar-on-wire.js';
import type {
  BundleEditionEvent,
  BundleEvent,
  CatalogueItemEvent,
} from '../../domain/service-item.js';

/** What intake says of an application. */
export const applicationPublications = {
  'application-submitted': 'private',
  'correction-requested': 'private',
  'correction-missed': 'private',
  'corrections-received': 'private',
  'report-needed': ({ report }, application) =>
    publish(ReportNeededV1, neededPayload(application, report)),
  'report-not-needed': ({ item, material, reason, since }, { id }) =>
    publish(ReportNotNeededV1, {
      applicationId: id,
      itemCode: item,
      materialCode: material,
      reason,
      since,
    }),
  'report-delivered': 'private',
  'answer-overdue': 'private',
  'application-accepted': ({ acceptance }, application) =>
    publish(ApplicationAcceptedV1, acceptedPayload(application, acceptance)),
  'application-declined': 'private',
  'application-withdrawn': 'private',
  'application-returned': 'private',
  'dates-moved': 'private',
  'term-announced': 'private',
  'joint-term-announced': 'private',
  'paper-issued': 'private',
  'papers-numbered': ({ papers }, application) =>
    papers.flatMap(({ reference }) => decisionPaperNews(application, reference)),
  'paper-served': paperServedNews,
  'result-received': 'private',
  'item-reopened': 'private',
  'item-withdrawn': 'private',
  'materials-handed-up': 'private',
  'case-decided': 'private',
  'results-complete': 'private',
  'results-dispatched': (_, application) => dispatchNews(application),
  // Before the acceptance there is nobody to tell: they go with it.
  'confidentiality-marked': ({ marks, markedAt }, { id, acceptance }) =>
    acceptance === undefined
      ? []
      : publish(ConfidentialityMarkedV1, {
          applicationId: id,
          caseNumber: acceptance.caseNumber,
          markedAt,
          marks: marks.map(markOnWire),
        }),
  'publication-ruled': 'private',
  'service-rated': 'private',
} satisfies Publications<ApplicationEvent, Application>;

export const cataloguePublications = {
  'item-published': 'private',
  'item-retired': 'private',
  'power-changed': 'private',
} satisfies Publications<CatalogueItemEvent>;

export const implementationPublications = {
  'implementation-published': 'private',
  'implementation-in-force': 'private',
} satisfies Publications<ImplementationEvent>;

export const implementationEditionPublications = {
  'implementation-edition-kept': 'private',
  'implementation-edition-in-force': 'private',
  'implementation-edition-retired': 'private',
} satisfies Publications<ImplementationEditionEvent>;

export const importPublications = {
  'import-received': 'private',
  'import-ended': 'private',
} satisfies Publications<CatalogueImportEvent>;

export const draftPublications = {
  'draft-saved': 'private',
  'draft-approved': 'private',
  'draft-returned': 'private',
  'draft-published': 'private',
} satisfies Publications<ItemDraftEvent>;

export const versionPublications = {
  'version-published': 'private',
  'version-in-force': 'private',
  'version-retired': 'private',
  'version-withdrawn': 'private',
} satisfies Publications<ItemVersionEvent>;

export const lockerPublications = {
  'locker-file-stored': 'private',
} satisfies Publications<LockerFileEvent>;

export const synonymPublications = {
  'synonyms-published': 'private',
} satisfies Publications<SynonymEvent>;

export const bundleDraftPublications = {
  'bundle-draft-saved': 'private',
  'bundle-draft-approved': 'private',
  'bundle-draft-returned': 'private',
  'bundle-draft-published': 'private',
} satisfies Publications<BundleDraftEvent>;

export const bundlePublications = {
  'bundle-published': 'private',
} satisfies Publications<BundleEvent>;

export const guidancePublications = {
  'guidance-published': 'private',
} satisfies Publications<GuidanceEvent>;

export const guidanceVersionPublications = {
  'guidance-version-kept': 'private',
} satisfies Publications<GuidanceVersionEvent>;

export const bundleEditionPublications = {
  'bundle-edition-kept': 'private',
} satisfies Publications<BundleEditionEvent>;

function neededPayload(application: Application, report: NeededReport): ReportNeededPayload {
  const { id, number, region, applicantAccount, applicant, premises, correction } = application;
  return {
    applicationId: id,
    applicationNumber: number,
    region,
    itemCode: report.item,
    itemName: report.itemName,
    materialCode: report.material,
    materialName: report.materialName,
    intermediaryService: report.service,
    applicantAccount,
    applicant,
    premises,
    neededSince: report.since,
    correctionDue: correction?.correctBy ?? {},
  };
}

/** A calendar goes to everybody who counts by it, each instance by name. */
export const calendarPublications = {
  'calendar-published': (event, state) => toldCalendar(state, event.to),
  'calendar-told': (event, state) => toldCalendar(state, event.to),
} satisfies Publications<CalendarYearEvent, CalendarYear>;

const itemOnWire = ({
  type,
  intermediaryServices,
  ...item
}: CatalogueNotice['items'][number]): CatalogueChangedPayload['items'][number] => ({
  ...item,
  type: type as CatalogueChangedPayload['items'][number]['type'],
  intermediaryServices: [...intermediaryServices],
});

/** A change of the catalogue goes to everybody who keeps something of it, each instance by name. */
export const noticePublications = {
  'catalogue-changed': (event, state) => toldCatalogue(state, event.to),
  'catalogue-told': (event, state) => toldCatalogue(state, event.to),
} satisfies Publications<CatalogueNoticeEvent, CatalogueNotice>;

const toldCatalogue = ({ items }: CatalogueNotice, to: readonly string[]) => {
  const payload: CatalogueChangedPayload = { items: items.map(itemOnWire) };
  return to.map((each) => publish(CatalogueChangedV1, payload, each as ParticipantToken));
};

const toldCalendar = ({ table, editions }: CalendarYear, to: readonly string[]) => {
  const { version: edition, ...notice } = table;
  const publishedAt = editions.at(-1)?.publishedAt;
  if (publishedAt === undefined) throw new TypeError('what ships with the platform is not told');
  const payload = { calendar: calendarOnWire(notice), edition, publishedAt };
  return to.map((each) => publish(CalendarPublishedV1, payload, each as ParticipantToken));
};

function acceptedPayload(
  application: Application,
  { caseNumber, acceptedAt }: NonNullable<Application['acceptance']>,
): ApplicationAcceptedPayload {
  const { id, number, region, receivedAt, bundle, applicantAccount, applicant, premises } =
    application;
  const told = answersToTell(application);
  return {
    applicationId: id,
    applicationNumber: number,
    caseNumber,
    region,
    receivedAt,
    acceptedAt,
    ...(bundle !== undefined && { bundle }),
    ...(application.handling !== undefined && { handling: application.handling }),
    applicantAccount,
    applicant,
    premises,
    items: application.items.map((item) => acceptedItem(application, item)),
    jointInspection: [...application.jointInspection],
    ...(application.plan && { plan: application.plan as AcceptedPlan }),
    ...(told && { answers: { ...told } }),
    ...(application.confidential?.length && {
      confidential: application.confidential.map(markOnWire),
    }),
    ...(application.queryCode !== undefined && {
      queryCode: sealQueryCode(application.queryCode),
    }),
  };
}

const markOnWire = ({ parts, ...mark }: ConfidentialityMark) => ({ ...mark, parts: [...parts] });

const acceptedItem = (
  application: Application,
  item: AppliedItem,
): ApplicationAcceptedPayload['items'][number] => ({
  item: item.code,
  itemName: item.name,
  agency: item.decidingAgency,
  agencyName: item.decidingAgencyName,
  ...(item.supervisingDepartment !== undefined && {
    supervisingDepartment: item.supervisingDepartment,
  }),
  statutoryTerm: item.statutoryTerm,
  ...(item.promisedTerm && { promisedTerm: item.promisedTerm }),
  ...(item.warnings && { warnings: item.warnings }),
  siteVisit: item.siteVisit,
  resultName: item.resultName,
  ...(item.validityYears !== undefined && { validityYears: item.validityYears }),
  ...(item.lapse && { lapse: item.lapse }),
  materials: item.materials.flatMap(({ code: material, name }) => {
    const files = [...filesOf(application, material)];
    return files.length === 0 ? [] : [{ material, name, files }];
  }),
});
