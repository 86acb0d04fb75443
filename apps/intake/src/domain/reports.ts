import { unchanged, type Change, type Instant } from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import {
  allMaterialsAsked,
  filesOf,
  type Application,
  type ApplicationEvent,
  type HeldFile,
  type NeededReport,
} from './application.js';
import { applicationLifecycle, type ApplicationStatus } from './application-lifecycle.js';
import { termFrom } from './terms.js';

/** Why a report is not needed any more. */
export type ReportNotNeededReason = 'handed-in' | 'delivered' | 'accepted' | 'ended';

/**
 * Follows which missing materials only an intermediary 中介机构 can make. They are obtained before acceptance, by the
 * applicant and for its own money, so no clock runs meanwhile; a test that the agency itself needs is the agency's to order and pay
 * (优化营商环境条例 43, 行政许可法 45).
 */
export function followReports(
  { state, events }: Change<Application, ApplicationEvent>,
  now: Instant,
): Change<Application, ApplicationEvent> {
  const before = state.neededReports ?? [];
  const wanted = neededBy(state);
  const begun = wanted.filter((each) => !before.some(isSame(each)));
  const over = before.filter((each) => !wanted.some(isSame(each)));
  if (begun.length === 0 && over.length === 0) return { state, events };
  const still = before.filter((each) => wanted.some(isSame(each)));
  return {
    state: { ...state, neededReports: [...still, ...begun] },
    events: [
      ...events,
      ...begun.map((report): ApplicationEvent => ({ type: 'report-needed', report })),
      ...over.map(({ item, material }): ApplicationEvent => ({
        type: 'report-not-needed',
        item,
        material,
        reason: reasonIn(state, material),
        since: now,
      })),
    ],
  };
}

const isSame =
  ({ item, material }: NeededReport) =>
  (other: NeededReport): boolean =>
    other.item === item && other.material === material;

/** What the one correction notice names as missing, nobody has handed in, and an intermediary makes. */
function neededBy(application: Application): readonly NeededReport[] {
  const { status, correction, items } = application;
  if (status !== 'awaiting-correction' || correction === undefined) return [];
  const missing = new Set(
    correction.remarks
      .filter(({ problem, material }) => problem === 'missing' && isMissing(application, material))
      .map(({ material }) => material),
  );
  return allMaterialsAsked(application).flatMap(({ code, name, source, intermediaryService }) => {
    const asking = items.find(({ materials }) => materials.some((each) => each.code === code));
    if (!missing.has(code) || source !== 'intermediary') return [];
    if (intermediaryService === undefined || asking === undefined) return [];
    return [
      {
        item: asking.code,
        itemName: asking.name,
        material: code,
        materialName: name,
        service: intermediaryService,
        since: correction.issuedAt,
      },
    ];
  });
}

const isMissing = (application: Application, material: string): boolean =>
  filesOf(application, material).length === 0;

const ENDED: ReadonlySet<ApplicationStatus> = new Set(['declined', 'withdrawn', 'returned']);

function reasonIn(application: Application, material: string): ReportNotNeededReason {
  const files = filesOf(application, material);
  if (files.some(({ provenance }) => provenance !== undefined)) return 'delivered';
  if (files.length > 0) return 'handed-in';
  return ENDED.has(application.status) ? 'ended' : 'accepted';
}

/** A report as the market delivered it. */
export interface DeliveredReport {
  readonly material: string;
  readonly file: HeldFile;
}

const BEFORE_ACCEPTANCE: ReadonlySet<ApplicationStatus> = new Set([
  'submitted',
  'awaiting-correction',
  'corrected',
]);

/**
 * Puts a delivered report onto the application where its material is still missing. Once something was handed in, or the
 * application is accepted or over, nothing is changed: what an application holds is its applicant's to say (许可法 31), and
 * the report lies in the locker. With the last thing that the notice named, the corrections are complete.
 */
export function receiveReport(
  application: Application,
  { material, file }: DeliveredReport,
  now: Instant,
  terms: { readonly workingDaysToAccept: number; readonly calendar: WorkingCalendar },
): Change<Application, ApplicationEvent> {
  const asked = allMaterialsAsked(application).find(({ code }) => code === material);
  const lands =
    asked !== undefined &&
    BEFORE_ACCEPTANCE.has(application.status) &&
    isMissing(application, material);
  if (!lands) return unchanged(application);
  const others = application.materials.filter((held) => held.material !== material);
  const state: Application = {
    ...application,
    materials: [...others, { material, name: asked.name, files: [file] }],
  };
  const delivered: ApplicationEvent = { type: 'report-delivered', material, file };
  if (!isCompletedBy(state)) return { state, events: [delivered] };
  const { correction } = state;
  return {
    state: {
      ...state,
      status: applicationLifecycle.next(state.status, 'resubmit'),
      answerBy: termFrom(
        now,
        { unit: 'working-day', days: terms.workingDaysToAccept },
        terms.calendar,
      ),
      ...(correction && { correction: { ...correction, correctedAt: now } }),
    },
    events: [delivered, { type: 'corrections-received', materials: [material] }],
  };
}

/** Whether the notice named nothing but what is there now. A material that was wrong is the applicant's to replace. */
const isCompletedBy = (application: Application): boolean =>
  application.status === 'awaiting-correction' &&
  application.correction?.answers === undefined &&
  (application.correction?.remarks ?? []).every(
    ({ problem, material }) => problem === 'missing' && !isMissing(application, material),
  );
