import { drawNotice, type DrawNotice, type NamedPublicValue } from '@onewindow/draw';
import { refuseWhenUnmet, type Change, type Instant } from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import type { ListedService, ServiceEntry } from './market-service.js';
import { namedValue } from './named-value.js';
import { projectLifecycle } from './project-lifecycle.js';
import type { NoticeRules, Publication } from './project-request.js';
import type { Project, ProjectEvent } from './project.js';
import { calendarMissing, unmetForPublication } from './publication-requirements.js';
import { marketRefusals } from './refusals.js';
import { instantAfter, workingDaysFrom, type WireDate } from './terms.js';

/** Publishes the notice 公告; what the draw will be bound to is fixed here, before anybody signs up. */
export function publishProject(
  publication: Publication,
  now: Instant,
  rules: NoticeRules,
  calendar: WorkingCalendar,
): Change<Project, ProjectEvent> {
  const { number, seed, request, service } = publication;
  const days =
    request.urgentReason === undefined ? rules.noticeWorkingDays : rules.urgentNoticeWorkingDays;
  const signUpUntil = workingDaysFrom(now, days, calendar);
  const closesAt = instantAfter(signUpUntil);
  const publicValue = namedValue(signUpUntil, rules.publicValue, calendar);
  refuseWhenUnmet(
    [
      ...unmetForPublication(publication),
      ...(closesAt === undefined || publicValue === undefined
        ? [calendarMissing(signUpUntil)]
        : []),
    ],
    (unmetRules) => marketRefusals.refuse('publication-not-possible', unmetRules),
  );
  // Refused above where one of them is missing.
  const entry = (service as ListedService).entry;
  const terms = {
    project: number,
    title: request.title,
    publishedAt: now,
    closesAt: closesAt as Instant,
    publicValue: publicValue as NamedPublicValue,
  };
  const notice = drawNotice(terms, seed);
  const project = openProject({ publication, entry, notice, signUpUntil, rules });
  return { state: project, events: [{ type: 'project-published', noticeHash: notice.hash }] };
}

interface Opening {
  readonly publication: Publication;
  readonly entry: ServiceEntry;
  readonly notice: DrawNotice;
  readonly signUpUntil: WireDate;
  readonly rules: NoticeRules;
}

function openProject({ publication, entry, notice, signUpUntil, rules }: Opening): Project {
  const { number, region, by, request, need } = publication;
  const tied = need === undefined ? [] : entry.items.filter(({ item }) => item === need.itemCode);
  // Without an application the report may serve any of the items that ask for it.
  const served = tied.length > 0 ? tied : entry.items;
  return {
    id: number,
    status: projectLifecycle.initial,
    region,
    title: request.title,
    scope: request.scope,
    service: { code: entry.code, name: entry.name },
    ...(need && {
      item: { code: need.itemCode, name: need.itemName },
      need: { id: need.id, applicationId: need.applicationId, materialCode: need.materialCode },
    }),
    owner: {
      account: by.id,
      name: by.organisationName as string,
      creditCode: by.organisation as string,
    },
    contact: request.contact,
    funds: request.funds,
    budgetFen: request.budgetFen,
    deliverWithinDays: request.deliverWithinDays,
    ...(request.urgentReason !== undefined && { urgentReason: request.urgentReason }),
    avoided: request.avoided,
    excludesRelated: rules.excludesRelated,
    qualifications: entry.qualifications,
    approvingAgencies: [...new Set(served.map(({ approvingAgency }) => approvingAgency))],
    minimumSignUps: rules.minimumSignUps[request.funds],
    publishedAt: notice.publishedAt,
    closesAt: notice.closesAt,
    signUpUntil,
    notice,
    awards: [],
  };
}
