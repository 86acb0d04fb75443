import { raw, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  FindAgencyReply,
  FindDrawReply,
  FindProjectFileReply,
  FindProjectReply,
  ListAgenciesReply,
  ListAgenciesRequest,
  ListNeedsReply,
  ListNeedsRequest,
  ListProjectsReply,
  ListProjectsRequest,
  ListServicesReply,
  ListServicesRequest,
} from '@onewindow/contracts';
import { holds, type Actor } from '@onewindow/kernel';
import {
  containing,
  decodeCursor,
  encodeCursor,
  KnownItemRow,
  listTotal,
} from '@onewindow/service';
import { AgencyRow, ListedServiceRow, NeedRow, ProjectRow } from '../adapters/persistence/rows.js';
import type { Agency } from '../domain/agency.js';
import { handles } from '../domain/may-see.js';
import type { Project } from '../domain/project.js';
import { filesOf } from '../domain/publicity.js';
import { marketRefusals } from '../domain/refusals.js';
import { ownSignUp, type SignUpRegister } from '../domain/sign-up-register.js';
import { agencyView } from './agency-view.js';
import { needView, serviceView } from './need-view.js';
import { drawView, projectView } from './project-view.js';

/** Reads the stored state of aggregates. */
export interface StoredStates {
  project(number: string): Promise<Project | undefined>;
  register(number: string): Promise<SignUpRegister | undefined>;
  agency(creditCode: string): Promise<Agency | undefined>;
}

const DEFAULT_LIMIT = 50;
const MOST_NEEDS = 200;
const MOST_SERVICES = 1_000;

/** Everything that can be looked up in the market. No query reads the register of sign-ups but for the asking agency's own line. */
export class MarketViews {
  constructor(
    private readonly em: EntityManager,
    private readonly states: StoredStates,
    /** Of the city whose market this is. */
    private readonly region: string,
  ) {}

  async project(number: string, actor: Actor): Promise<FindProjectReply> {
    const project = await this.states.project(number);
    if (project === undefined) throw marketRefusals.refuse('not-found');
    return projectView(project, actor, await this.signUpOf(number, actor));
  }

  /** Who has nothing to do with the project gets the answer that a project without the file gives. */
  async file(number: string, hash: string, actor: Actor): Promise<FindProjectFileReply> {
    const project = await this.states.project(number);
    const file =
      project !== undefined && handles(project, actor)
        ? filesOf(project).find((each) => each.hash === hash)
        : undefined;
    if (file === undefined) throw marketRefusals.refuse('not-found');
    return { file };
  }

  async draw(number: string): Promise<FindDrawReply> {
    const project = await this.states.project(number);
    if (project?.draw === undefined) throw marketRefusals.refuse('not-found');
    return drawView(project.draw);
  }

  async agency(creditCode: string, actor: Actor): Promise<FindAgencyReply> {
    const agency = await this.states.agency(creditCode);
    if (agency === undefined) throw marketRefusals.refuse('not-found');
    return agencyView(agency, actor, this.region);
  }

  async projects(request: ListProjectsRequest): Promise<ListProjectsReply> {
    const { status, service, limit = DEFAULT_LIMIT, cursor } = request;
    const where: FilterQuery<ProjectRow> = {
      ...(status !== undefined && { status }),
      ...(service !== undefined && { serviceCode: service }),
    };
    const page: FilterQuery<ProjectRow> = { $and: [where, olderThan(cursor)] };
    const orderBy = { publishedAt: 'desc', id: 'desc' } as const;
    const [total, rows] = await Promise.all([
      listTotal(this.em.fork(), ProjectRow, where),
      this.em.fork().find(ProjectRow, page, { orderBy, limit: limit + 1 }),
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      projects: shown.map((row) => ({
        projectNumber: row.id,
        title: row.title,
        serviceName: row.serviceName,
        ownerName: row.ownerName,
        status: row.status as Project['status'],
        publishedAt: row.publishedAt,
        closesAt: row.closesAt,
      })),
      total,
      ...(last && { nextCursor: encodeCursor(last.publishedAt, last.id) }),
    };
  }

  async agencies(request: ListAgenciesRequest): Promise<ListAgenciesReply> {
    const { text, limit = DEFAULT_LIMIT, cursor } = request;
    const where: FilterQuery<AgencyRow> =
      text === undefined ? {} : { name: { $ilike: containing(text) } };
    const page: FilterQuery<AgencyRow> = { $and: [where, behindName(cursor)] };
    const orderBy = { name: 'asc', id: 'asc' } as const;
    const [total, rows] = await Promise.all([
      listTotal(this.em.fork(), AgencyRow, where),
      this.em.fork().find(AgencyRow, page, { orderBy, limit: limit + 1 }),
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      agencies: shown.map(({ id, name, status }) => ({
        creditCode: id,
        name,
        status: status as Agency['status'],
      })),
      total,
      ...(last && { nextCursor: encodeCursor(last.name, last.id) }),
    };
  }

  async needs({ status }: ListNeedsRequest, actor: Actor): Promise<ListNeedsReply> {
    const where = { $and: [needsOf(actor), status === undefined ? {} : { status }] };
    const em = this.em.fork();
    const orderBy = { neededSince: 'desc', id: 'desc' } as const;
    const rows = await em.find(NeedRow, where, { orderBy, limit: MOST_NEEDS });
    const services = await em.find(ListedServiceRow, {
      id: { $in: rows.map(({ state }) => state.intermediaryService) },
    });
    const listed = new Map(services.map(({ id, state }) => [id, state]));
    return { needs: rows.map(({ state }) => needView(state, listed)) };
  }

  async services({ item }: ListServicesRequest): Promise<ListServicesReply> {
    const orderBy = { id: 'asc' } as const;
    const em = this.em.fork();
    const rows = await em.find(ListedServiceRow, {}, { orderBy, limit: MOST_SERVICES });
    const inForce = { [raw(`state->>'status' = 'in-force'`)]: [] };
    const known = await em.find(KnownItemRow, inForce, { orderBy });
    const asking = known.map(({ state }) => state);
    const asked = rows.filter(
      ({ state }) => item === undefined || state.entry.items.some((each) => each.item === item),
    );
    return { services: asked.map(({ state }) => serviceView(state, asking)) };
  }

  private async signUpOf(number: string, actor: Actor) {
    const own = actor.kind === 'person' && holds(actor, 'intermediary') ? actor : undefined;
    if (own?.organisation === undefined) return undefined;
    const register = await this.states.register(number);
    return register && ownSignUp(register, own.organisation);
  }
}

/** The needs that somebody may list: those of its own account or organisation. */
function needsOf(actor: Actor): FilterQuery<NeedRow> {
  if (actor.kind !== 'person' || !holds(actor, 'applicant')) return { id: { $in: [] } };
  const { id, organisation } = actor;
  return {
    $or: [
      { applicantAccount: id },
      ...(organisation === undefined ? [] : [{ creditCode: organisation }]),
    ],
  };
}

function olderThan(cursor: string | undefined): FilterQuery<ProjectRow> {
  if (cursor === undefined) return {};
  const { key, id } = decodeCursor(cursor);
  // The first condition alone bounds the index; the second only chooses among equals.
  return {
    publishedAt: { $lte: key },
    $or: [{ publishedAt: { $lt: key } }, { id: { $lt: id } }],
  };
}

function behindName(cursor: string | undefined): FilterQuery<AgencyRow> {
  if (cursor === undefined) return {};
  const { key, id } = decodeCursor(cursor);
  return { name: { $gte: key }, $or: [{ name: { $gt: key } }, { id: { $gt: id } }] };
}
