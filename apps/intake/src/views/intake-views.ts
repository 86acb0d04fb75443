import { raw, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  FindApplicationReply,
  FindCalendarReply,
  FindFileReply,
  ListApplicationsReply,
  ListApplicationsRequest,
  ListItemsReply,
  ListItemsRequest,
} from '@onewindow/contracts';
import type { Actor } from '@onewindow/kernel';
import { containingText, decodeCursor, encodeCursor, listTotal } from '@onewindow/service';
import { editionsOf, shippedTable, type CalendarYear } from '@onewindow/statutory-clock';
import { calendarOnWire } from './calendar-on-wire.js';
import { handledSomewhere } from './handled-somewhere.js';
import { ApplicationRow, CatalogueItemRow } from '../adapters/persistence/rows.js';
import type { Application } from '../domain/application.js';
import { intakeRefusals } from '../domain/refusals.js';
import { applicationView } from './application-view.js';
import { itemChoices } from './item-choices.js';
import type { ItemSearch } from './item-search.js';
import { maySee, visibleTo } from './visible-to.js';

/** Reads the stored state of aggregates. */
export interface StoredStates {
  application(id: string): Promise<Application | undefined>;
  calendar(year: string): Promise<CalendarYear | undefined>;
  /** Official numbers of the papers of an application, by reference. */
  paperNumbers(applicationId: string): Promise<ReadonlyMap<string, string>>;
}

type Narrowed = Omit<ListItemsRequest, 'text' | 'choices'>;

const DEFAULT_LIMIT = 50;
const NEWEST_FIRST = { receivedAt: 'desc', id: 'desc' } as const;

/** Everything that can be looked up in intake. What somebody may not see does not exist for that person. */
export class IntakeViews {
  constructor(
    private readonly em: EntityManager,
    private readonly states: StoredStates,
    private readonly search: ItemSearch,
  ) {}

  async application(id: string, actor: Actor): Promise<FindApplicationReply> {
    const application = await this.visible(id, actor);
    return applicationView(application, actor, await this.states.paperNumbers(id));
  }

  async file(applicationId: string, hash: string, actor: Actor): Promise<FindFileReply> {
    const { materials } = await this.visible(applicationId, actor);
    const file = materials.flatMap(({ files }) => files).find((each) => each.hash === hash);
    if (file === undefined) throw intakeRefusals.refuse('not-found');
    return { file };
  }

  async applications(
    request: ListApplicationsRequest,
    actor: Actor,
  ): Promise<ListApplicationsReply> {
    const { limit = DEFAULT_LIMIT, cursor } = request;
    const from = after(cursor);
    const em = this.em.fork();
    const where = await asked(em, request, actor);
    const [total, rows] = await Promise.all([
      listTotal(em.fork(), ApplicationRow, where),
      em.find(ApplicationRow, { $and: [where, from] }, { orderBy: NEWEST_FIRST, limit: limit + 1 }),
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      applications: shown.map(asListed),
      total,
      ...(last && { nextCursor: encodeCursor(last.receivedAt, last.id) }),
    };
  }

  /** In the order of their codes, or by what somebody typed the likeliest first. */
  async items({ text, choices = false, ...request }: ListItemsRequest): Promise<ListItemsReply> {
    const [found, told] = await Promise.all([
      text === undefined ? this.itemsByCode(request) : this.search.items(text, request),
      choices ? itemChoices(this.em) : undefined,
    ]);
    return { ...found, ...(told && { choices: told }) };
  }

  private async itemsByCode({
    limit = DEFAULT_LIMIT,
    cursor,
    ...asked
  }: Narrowed): Promise<ListItemsReply> {
    const from = cursor === undefined ? undefined : decodeCursor(cursor);
    const where = { $and: [itemsAsked(asked), from ? { id: { $gt: from.id } } : {}] };
    const rows = await this.em
      .fork()
      .find(CatalogueItemRow, where, { orderBy: { id: 'asc' }, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(({ id, name, decidingAgencyName }) => ({
        code: id,
        name,
        decidingAgencyName,
      })),
      ...(last && { nextCursor: encodeCursor(last.id, last.id) }),
    };
  }

  /** What was published, or else what came with the platform. */
  async calendar(year: number): Promise<FindCalendarReply> {
    const stored = await this.states.calendar(String(year));
    const table = stored?.table ?? shippedTable(year);
    if (table === undefined) throw intakeRefusals.refuse('not-found');
    const { version: edition, ...notice } = table;
    return { ...calendarOnWire(notice), edition, editions: editionsOf(year, stored) };
  }

  private async visible(id: string, actor: Actor): Promise<Application> {
    const application = await this.states.application(id);
    if (application === undefined || !maySee(application, actor))
      throw intakeRefusals.refuse('not-found');
    return application;
  }
}

/** Items that can be applied for and meet everything that was asked. */
function itemsAsked({
  theme,
  lifeEvent,
  agency,
  ...handled
}: Omit<Narrowed, 'limit' | 'cursor'>): FilterQuery<CatalogueItemRow> {
  const holding = (column: string, code: string) => ({
    [raw(`${column} @> ?::jsonb`, [JSON.stringify([code])])]: [],
  });
  const { values } = handledSomewhere('', handled);
  const handledThere = () => ({
    [raw((item) => handledSomewhere(`${item}.id`, handled).conditions.join(' and '), [...values])]:
      [],
  });
  return {
    $and: [
      { retiredOn: null },
      agency === undefined ? {} : { decidingAgency: agency },
      theme === undefined ? {} : holding('themes', theme),
      lifeEvent === undefined ? {} : holding('life_events', lifeEvent),
      values.length === 0 ? {} : handledThere(),
    ] as FilterQuery<CatalogueItemRow>[],
  };
}

async function asked(
  em: EntityManager,
  { status, text }: ListApplicationsRequest,
  actor: Actor,
): Promise<FilterQuery<ApplicationRow>> {
  const where: FilterQuery<ApplicationRow> = {
    $and: [visibleTo(actor), status === undefined ? {} : { status }],
  };
  if (text === undefined) return where;
  const list = { rows: ApplicationRow, where, orderBy: NEWEST_FIRST };
  return { $and: [where, await containingText(em, list, text)] };
}

function after(cursor: string | undefined): FilterQuery<ApplicationRow> {
  if (cursor === undefined) return {};
  const { key, id } = decodeCursor(cursor);
  // The first condition alone bounds the index; the second only chooses among equals.
  return {
    receivedAt: { $lte: key },
    $or: [{ receivedAt: { $lt: key } }, { id: { $lt: id } }],
  };
}

const asListed = (row: ApplicationRow): ListApplicationsReply['applications'][number] => ({
  applicationId: row.id,
  applicationNumber: row.number,
  ...(typeof row.caseNumber === 'string' && { caseNumber: row.caseNumber }),
  status: row.status as ListApplicationsReply['applications'][number]['status'],
  applicantName: row.applicantName,
  receivedAt: row.receivedAt,
});
