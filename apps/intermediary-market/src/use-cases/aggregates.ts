import { aggregateKind } from '@onewindow/kernel';
import type { Agency, AgencyEvent } from '../domain/agency.js';
import type { ListedService, ListedServiceEvent } from '../domain/market-service.js';
import type { Need, NeedEvent } from '../domain/need.js';
import type { Project, ProjectEvent } from '../domain/project.js';
import type { SignUpRegister, SignUpRegisterEvent } from '../domain/sign-up-register.js';

export const LISTED_SERVICE = aggregateKind<ListedService, ListedServiceEvent>('listed-service');
export const AGENCY = aggregateKind<Agency, AgencyEvent>('agency');
export const NEED = aggregateKind<Need, NeedEvent>('need');
export const PROJECT = aggregateKind<Project, ProjectEvent>('project');
export const SIGN_UP_REGISTER = aggregateKind<SignUpRegister, SignUpRegisterEvent>(
  'sign-up-register',
);

/** The deadlines of a project. */
export const CLOSING_DEADLINE = 'closing';
export const CONTRACT_DEADLINE = 'contract';
export const DELIVERY_DEADLINE = 'delivery';
