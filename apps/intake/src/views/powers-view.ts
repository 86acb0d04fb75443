import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  ImplementationListed,
  ListImplementationsReply,
  ListImplementationsRequest,
  ListPowersReply,
  ListPowersRequest,
  PowerOfAgency,
} from '@onewindow/contracts';
import { containing, decodeCursor, encodeCursor } from '@onewindow/service';
import { CatalogueItemRow, ImplementationRow } from '../adapters/persistence/rows.js';
import type { Implementation } from '../domain/catalogue/implementation.js';
import { contentOf } from '../domain/catalogue/implementation-edition.js';
import { outOfStep } from '../domain/catalogue/levels.js';
import { intakeRefusals } from '../domain/refusals.js';
import type { CatalogueItem, DraftedItem } from '../domain/service-item.js';
import { finding } from './catalogue-views.js';

const DEFAULT_LIMIT = 50;

/** Who has which power, and where it is exercised. */
export class PowersView {
  constructor(
    private readonly em: EntityManager,
    private readonly itemBy: (code: string) => Promise<CatalogueItem | undefined>,
  ) {}

  /** 权责清单: what an agency decides and supervises, derived from the items in force. */
  async powers({
    agency,
    limit = DEFAULT_LIMIT,
    cursor,
  }: ListPowersRequest): Promise<ListPowersReply> {
    const from = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await this.em.fork().find(
      CatalogueItemRow,
      {
        retiredOn: null,
        $or: [{ decidingAgency: agency }, { supervisingDepartment: agency }],
        ...(from && { id: { $gt: from.id } }),
      },
      { orderBy: { id: 'asc' }, limit: limit + 1, populate: ['state'] },
    );
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      powers: shown.map(({ state }) => power(state as CatalogueItem, agency)),
      ...(last && { nextCursor: encodeCursor(last.id, last.id) }),
    };
  }

  async implementations({
    code,
    district,
    limit = DEFAULT_LIMIT,
    cursor,
  }: ListImplementationsRequest): Promise<ListImplementationsReply> {
    const item = await this.itemBy(code);
    if (item === undefined) throw intakeRefusals.refuse('not-found');
    const from = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await this.em.fork().find(
      ImplementationRow,
      {
        item: code,
        ...(district !== undefined && { district: { $like: containing(district).slice(1) } }),
        ...(from && { id: { $gt: from.id } }),
      },
      { orderBy: { id: 'asc' }, limit: limit + 1, populate: ['state'] },
    );
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      implementations: shown.flatMap(({ state }) => {
        const content = contentOf(state);
        return content === undefined ? [] : [listed(content, item.item)];
      }),
      ...(last && { nextCursor: encodeCursor(last.id, last.id) }),
    };
  }
}

const power = ({ id, item, powers = [] }: CatalogueItem, agency: string): PowerOfAgency => ({
  item: id,
  name: item.name,
  itemType: item.itemType as PowerOfAgency['itemType'],
  duty: item.decidingAgency === agency ? 'decides' : 'supervises',
  ...(item.powerSource !== undefined && {
    powerSource: item.powerSource as NonNullable<PowerOfAgency['powerSource']>,
  }),
  legalBasis: [...item.legalBasis],
  certificates: item.materials
    .filter(({ kind }) => kind === 'certificate')
    .map(({ code, name, basis }) => ({ code, name, ...(basis !== undefined && { basis }) })),
  changes: [...powers],
});

const listed = (
  { district, level, agency, agencyName, area, places = [], differs }: Implementation,
  item: DraftedItem,
): ImplementationListed => ({
  district,
  level: level as ImplementationListed['level'],
  agency,
  agencyName,
  ...(area !== undefined && { area: area as NonNullable<ImplementationListed['area']> }),
  places: [...places] as ImplementationListed['places'],
  findings: outOfStep(item, { ...(differs && { differs }) }).map(finding),
});
