import { ReportDeliveredV1 } from '@onewindow/contracts';
import { publish, type Publications } from '@onewindow/journal';
import type { AgencyEvent } from '../../domain/agency.js';
import type { ListedServiceEvent } from '../../domain/market-service.js';
import type { NeedEvent } from '../../domain/need.js';
import { awardOf, type Project, type ProjectEvent } from '../../domain/project.js';
import type { SignUpRegisterEvent } from '../../domain/sign-up-register.js';

/** What the market says of a project. */
export const projectPublications = {
  'project-published': 'private',
  'sign-up-closed': 'private',
  'agency-excluded': 'private',
  'public-value-entered': 'private',
  'agency-drawn': 'private',
  'project-awarded': 'private',
  'award-given-up': 'private',
  'contract-overdue': 'private',
  'contract-proposed': 'private',
  'contract-returned': 'private',
  'contract-signed': 'private',
  'delivery-overdue': 'private',
  'project-term-moved': 'private',
  'report-delivered': ({ delivery }, project) => {
    const agency = awardOf(project)?.agency;
    if (agency === undefined || project.contract === undefined) return [];
    return publish(ReportDeliveredV1, {
      projectNumber: project.id,
      ...(project.need && {
        applicationId: project.need.applicationId,
        materialCode: project.need.materialCode,
      }),
      ...(project.item && { itemCode: project.item.code }),
      agency: { name: agency.name, uscc: agency.creditCode },
      contractNumber: project.contract.number,
      file: delivery.file,
      deliveredAt: delivery.deliveredAt,
    });
  },
  'counterpart-rated': 'private',
  'project-failed': 'private',
  'project-cancelled': 'private',
} satisfies Publications<ProjectEvent, Project>;

export const registerPublications = {
  'register-opened': 'private',
  'agency-signed-up': 'private',
  'sign-up-withdrawn': 'private',
  'register-sealed': 'private',
} satisfies Publications<SignUpRegisterEvent>;

export const agencyPublications = {
  'agency-registered': 'private',
  'agency-suspended': 'private',
  'agency-reinstated': 'private',
  'agency-recorded': 'private',
  'agency-rated': 'private',
} satisfies Publications<AgencyEvent>;

export const needPublications = {
  'need-received': 'private',
  'need-published': 'private',
  'need-reopened': 'private',
  'need-met': 'private',
  'need-lapsed': 'private',
} satisfies Publications<NeedEvent>;

export const servicePublications = {
  'service-published': 'private',
} satisfies Publications<ListedServiceEvent>;
