import { legalDateAt, refuseWhenUnmet, type Change, type Instant } from '@onewindow/kernel';
import { fileOf, unmetForUpload, type UploadReading } from './contract.js';
import { projectLifecycle } from './project-lifecycle.js';
import type { Delivery, Project, ProjectEvent } from './project.js';
import type { Rating } from './rating.js';
import { marketRefusals } from './refusals.js';
import type { WireDate } from './terms.js';

type Changed = Change<Project, ProjectEvent>;

/** The report is delivered; what came too late is taken all the same, and recorded as late. */
export function deliver(
  project: Project,
  report: { readonly upload: UploadReading; readonly account: string },
  now: Instant,
): Changed {
  const status = projectLifecycle.next(project.status, 'deliver');
  refuseWhenUnmet(unmetForUpload(report.upload, report.account), (rules) =>
    marketRefusals.refuse('delivery-not-possible', rules),
  );
  const delivery: Delivery = {
    file: fileOf(report.upload),
    deliveredAt: now,
    daysLate: daysLate(project.contract?.deliverBy, now),
  };
  return {
    state: { ...project, status, delivery },
    events: [{ type: 'report-delivered', delivery }],
  };
}

const DAY_MS = 86_400_000;

function daysLate(deliverBy: WireDate | undefined, now: Instant): number {
  if (deliverBy?.due === undefined) return 0;
  return Math.max(0, (Date.parse(legalDateAt(now)) - Date.parse(deliverBy.due)) / DAY_MS);
}

/** The term for the report passed; the duty to deliver stays. */
export const noteDeliveryOverdue = (project: Project, since: Instant): Changed =>
  project.status === 'under-contract' && project.deliveryOverdueSince === undefined
    ? {
        state: { ...project, deliveryOverdueSince: since },
        events: [{ type: 'delivery-overdue', since }],
      }
    : { state: project, events: [] };

/** 双向评价: each side once, after delivery. */
export function rate(project: Project, of: 'agency' | 'owner', rating: Rating): Changed {
  const given = of === 'agency' ? project.ratingOfAgency : project.ratingOfOwner;
  if (!projectLifecycle.allows(project.status, 'rate') || given !== undefined) {
    throw marketRefusals.refuse('rating-not-possible');
  }
  return {
    state: {
      ...project,
      status: projectLifecycle.next(project.status, 'rate'),
      ...(of === 'agency' ? { ratingOfAgency: rating } : { ratingOfOwner: rating }),
    },
    events: [{ type: 'counterpart-rated', of, rating }],
  };
}
