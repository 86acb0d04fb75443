import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  EditionOfImplementation,
  ImplementationOfItem,
  ListImplementationEditionsReply,
  ListImplementationEditionsRequest,
} from '@onewindow/contracts';
import { endOfDay, type LegalDate } from '@onewindow/kernel';
import { ImplementationEditionRow } from '../adapters/persistence/rows.js';
import { compare } from '../domain/catalogue/comparison.js';
import { implementationId } from '../domain/catalogue/implementation.js';
import {
  editionThatHolds,
  type ImplementationEdition,
  type StoredImplementation,
} from '../domain/catalogue/implementation-edition.js';
import { intakeRefusals } from '../domain/refusals.js';
import { difference, MOST_DIFFERENCES, MOST_VERSIONS } from './catalogue-views.js';

/** How districts handle items: now, on a day, and in all editions so far. */
export class ImplementationEditions {
  constructor(
    private readonly em: EntityManager,
    private readonly stored: (id: string) => Promise<StoredImplementation | undefined>,
  ) {}

  /** The edition that holds, or held at the end of a day. */
  async on(id: string, day?: LegalDate): Promise<ImplementationEdition | undefined> {
    const stored = await this.stored(id);
    const holding = stored && editionThatHolds(stored);
    if (day === undefined || (holding?.inForceSince ?? '') < endOfDay(day)) return holding;
    const [row] = await this.em
      .fork()
      .find(
        ImplementationEditionRow,
        { implementation: id, inForceSince: { $lt: endOfDay(day) } },
        { orderBy: { inForceSince: 'desc', number: 'desc' }, limit: 1, populate: ['state'] },
      );
    return row?.state;
  }

  async list({
    item,
    district,
    from,
    to,
  }: ListImplementationEditionsRequest): Promise<ListImplementationEditionsReply> {
    const id = implementationId({ item, district });
    const stored = await this.stored(id);
    if (stored === undefined) throw intakeRefusals.refuse('not-found');
    const editions = await this.editions(stored);
    const numbered = (number: number | undefined) => {
      const found = editions.find((each) => each.number === number);
      if (found === undefined) throw intakeRefusals.refuse('not-found');
      return found;
    };
    const newer = numbered(to ?? editions[0]?.number);
    const older = from ?? editions.find(({ number }) => number < newer.number)?.number;
    const { content: latest } = numbered(editions[0]?.number);
    const told = {
      editions: editions.map(listed),
      ...(latest && { latest: { ...latest } as unknown as ImplementationOfItem }),
    };
    if (older === undefined) return { ...told, differences: [] };
    const differences = compare(numbered(older).content ?? {}, newer.content ?? {})
      .slice(0, MOST_DIFFERENCES)
      .map(difference);
    return { ...told, from: older, to: newer.number, differences };
  }

  /** Newest first, with the one that holds, which may have no row of its own. */
  private async editions(stored: StoredImplementation): Promise<readonly ImplementationEdition[]> {
    const rows = await this.em.fork().find(
      ImplementationEditionRow,
      { implementation: stored.id },
      {
        orderBy: { number: 'desc' },
        limit: MOST_VERSIONS,
        populate: ['state'],
      },
    );
    const kept = rows.map(({ state }) => state);
    const holding = editionThatHolds(stored);
    const all =
      holding === undefined || kept.some(({ number }) => number === holding.number)
        ? kept
        : [...kept, holding];
    return all.toSorted((one, other) => other.number - one.number).slice(0, MOST_VERSIONS);
  }
}

const listed = ({
  number: edition,
  status,
  inForceFrom,
  inForceSince,
  retiredAt,
  retiredBecause,
  because,
  published,
}: ImplementationEdition): EditionOfImplementation => ({
  edition,
  status,
  inForceFrom,
  ...(inForceSince !== undefined && { inForceSince }),
  ...(retiredAt !== undefined && { retiredAt }),
  ...(retiredBecause !== undefined && { retiredBecause }),
  ...(because !== undefined && { ended: because }),
  publishedAt: published.at,
});
