import { unchanged, type Change, type Instant } from '@onewindow/kernel';
import type { Organisation } from './agency.js';
import { needLifecycle, type NeedStatus } from './need-lifecycle.js';
import type { WireDate } from './terms.js';

/** What intake told: the one correction notice names a material that only a third party makes. */
export interface ReportNeeded {
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly region: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly materialCode: string;
  readonly materialName: string;
  readonly intermediaryService: string;
  readonly applicantAccount: string;
  readonly applicant: Organisation;
  readonly neededSince: string;
  readonly correctionDue: WireDate;
}

export interface Need extends ReportNeeded {
  readonly id: string;
  readonly status: NeedStatus;
  readonly projectNumber?: string;
}

export type NeedEvent =
  | { readonly type: 'need-received' }
  | { readonly type: 'need-published'; readonly projectNumber: string }
  | { readonly type: 'need-reopened' }
  | { readonly type: 'need-met' }
  | { readonly type: 'need-lapsed'; readonly since: Instant };

export const needId = (
  need: Pick<ReportNeeded, 'applicationId' | 'itemCode' | 'materialCode'>,
): string => `${need.applicationId}-${need.itemCode}-${need.materialCode}`;

export const receiveNeed = (told: ReportNeeded): Change<Need, NeedEvent> => ({
  state: { ...told, id: needId(told), status: needLifecycle.initial },
  events: [{ type: 'need-received' }],
});

export const publishNeed = (need: Need, projectNumber: string): Change<Need, NeedEvent> => ({
  state: { ...need, status: needLifecycle.next(need.status, 'publish'), projectNumber },
  events: [{ type: 'need-published', projectNumber }],
});

/** The project failed or was cancelled: the need may be published again. */
export function reopenNeed(need: Need, projectNumber: string): Change<Need, NeedEvent> {
  if (need.status !== 'published' || need.projectNumber !== projectNumber) return unchanged(need);
  const { projectNumber: _, ...rest } = need;
  return {
    state: { ...rest, status: needLifecycle.next(need.status, 'reopen') },
    events: [{ type: 'need-reopened' }],
  };
}

export const meetNeed = (need: Need): Change<Need, NeedEvent> =>
  needLifecycle.allows(need.status, 'meet')
    ? {
        state: { ...need, status: needLifecycle.next(need.status, 'meet') },
        events: [{ type: 'need-met' }],
      }
    : unchanged(need);

/** The application lacks it no more: the applicant handed a report in by itself, or the application ended. A project goes on. */
export const lapseNeed = (need: Need, since: Instant): Change<Need, NeedEvent> =>
  needLifecycle.allows(need.status, 'lapse')
    ? {
        state: { ...need, status: needLifecycle.next(need.status, 'lapse') },
        events: [{ type: 'need-lapsed', since }],
      }
    : unchanged(need);
