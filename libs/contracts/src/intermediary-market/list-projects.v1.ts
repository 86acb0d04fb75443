import { defineQuery } from '../contract.js';
import { Code, InstantText, NestedList, Optional, Text, Whole } from '../fields.js';
import { Page } from '../parts/index.js';
import { PROJECT_STATUSES, ProjectNumber, ProjectStatus } from './market-parts.js';

export class ListProjectsRequest extends Page {
  @Optional() @ProjectStatus() status?: (typeof PROJECT_STATUSES)[number];
  @Optional() @Code() service?: string;
}

export class ProjectRow {
  @ProjectNumber() projectNumber!: string;
  @Text({ max: 200 }) title!: string;
  @Text({ max: 200 }) serviceName!: string;
  @Text({ max: 200 }) ownerName!: string;
  @ProjectStatus() status!: (typeof PROJECT_STATUSES)[number];
  @InstantText() publishedAt!: string;
  @InstantText() closesAt!: string;
}

export class ListProjectsReply {
  @NestedList(() => ProjectRow, { atMost: 200 }) projects!: ProjectRow[];
  /** Counted up to 1000: with 1000 there are at least as many. */
  @Whole() total!: number;
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export const ListProjectsV1 = defineQuery({
  name: 'intermediary-market.list-projects',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: ListProjectsRequest,
  reply: ListProjectsReply,
  http: { method: 'GET', path: '/market/projects' },
  summary: { zh: '中介服务项目列表', en: 'Lists the projects of the market, newest first' },
});
