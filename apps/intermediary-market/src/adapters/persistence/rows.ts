import { defineEntity, p } from '@mikro-orm/core';
import type { ListedService } from '../../domain/market-service.js';
import type { Need } from '../../domain/need.js';

/** What lists read; the columns beside the state are derived from it by the database. There is no list of sign-ups. */
const project = defineEntity({
  name: 'ProjectRow',
  tableName: 'project',
  properties: {
    id: p.string().primary(),
    title: p.string(),
    serviceCode: p.string(),
    serviceName: p.string(),
    ownerName: p.string(),
    status: p.string(),
    publishedAt: p.string(),
    closesAt: p.string(),
  },
});
export class ProjectRow extends project.class {}
project.setClass(ProjectRow);

const agency = defineEntity({
  name: 'AgencyRow',
  tableName: 'agency',
  properties: { id: p.string().primary(), name: p.string(), status: p.string() },
});
export class AgencyRow extends agency.class {}
agency.setClass(AgencyRow);

const need = defineEntity({
  name: 'NeedRow',
  tableName: 'need',
  properties: {
    id: p.string().primary(),
    state: p.json<Need>(),
    status: p.string(),
    applicantAccount: p.string(),
    creditCode: p.string(),
    neededSince: p.string(),
  },
});
export class NeedRow extends need.class {}
need.setClass(NeedRow);

const listedService = defineEntity({
  name: 'ListedServiceRow',
  tableName: 'listed_service',
  properties: { id: p.string().primary(), state: p.json<ListedService>() },
});
export class ListedServiceRow extends listedService.class {}
listedService.setClass(ListedServiceRow);

export const entities = [project, agency, need, listedService];
