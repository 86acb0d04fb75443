import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  DifferenceOfVersions,
  CatalogueFinding,
  FindDraftReply,
  FindItemReply,
  FindItemRequest,
  HandlingInDistrict,
  ListVersionsReply,
  ListVersionsRequest,
  SaveDraftReply,
  ServiceItem,
  VersionOfItem,
} from '@onewindow/contracts';
import {
  endOfDay,
  isLegalDate,
  legalDateAt,
  type Clock,
  type LegalDate,
  type UnmetRule,
} from '@onewindow/kernel';
import { ItemVersionRow } from '../adapters/persistence/rows.js';
import { compare } from '../domain/catalogue/comparison.js';
import { asHandledIn, implementationId } from '../domain/catalogue/implementation.js';
import type { ImplementationEdition } from '../domain/catalogue/implementation-edition.js';
import type { ItemDraft } from '../domain/catalogue/item-draft.js';
import { versionId, type ItemVersion } from '../domain/catalogue/item-version.js';
import { unmetForPublication } from '../domain/catalogue/publication.js';
import { intakeRefusals } from '../domain/refusals.js';
import type { CatalogueItem, DraftedItem, PublishedItem } from '../domain/service-item.js';
import { isGuided } from './guided.js';

/** Reads what is stored of the catalogue. */
export interface StoredCatalogue {
  item(code: string): Promise<CatalogueItem | undefined>;
  draft(code: string): Promise<ItemDraft | undefined>;
  version(id: string): Promise<ItemVersion | undefined>;
  /** The edition that holds, or held on a day. */
  implementation(id: string, on?: LegalDate): Promise<ImplementationEdition | undefined>;
}

export interface CatalogueTerms {
  readonly disclosure: readonly string[];
  readonly now: Clock;
}

export const MOST_VERSIONS = 200;
export const MOST_FINDINGS = 200;
export const MOST_DIFFERENCES = 2_000;
const LONGEST_VALUE = 20_000;

/** Items as they are, as they were on a day, and as they are being drafted. */
export class CatalogueViews {
  constructor(
    private readonly em: EntityManager,
    private readonly stored: StoredCatalogue,
    private readonly terms: CatalogueTerms,
  ) {}

  async item({ code, on, district }: FindItemRequest): Promise<FindItemReply> {
    const there = district === undefined ? undefined : await this.handling(code, district, on);
    const found = await this.stored.item(code);
    if (found === undefined) throw intakeRefusals.refuse('not-found');
    const told = {
      asOf: on ?? legalDateAt(this.terms.now()),
      ...(there && { implementation: inDistrict(there) }),
    };
    const local = (item: PublishedItem) =>
      serviceItem({ item: there?.content ? asHandledIn(item, there.content) : item });
    if (on === undefined || found.version === undefined) {
      return {
        ...local(found.item),
        edition: found.edition,
        ...(found.version !== undefined && { version: found.version }),
        ...(found.retired && { retiredOn: found.retired.on }),
        ...((await isGuided(this.em, code)) && { guided: true }),
        ...told,
      };
    }
    const { item, number } = await this.versionOn(code, on);
    return { ...local(item), edition: number, version: number, ...told };
  }

  /** How a district handles an item, on a day or now. */
  private async handling(
    item: string,
    district: string,
    on: string | undefined,
  ): Promise<ImplementationEdition> {
    if (on !== undefined && !isLegalDate(on)) throw intakeRefusals.refuse('not-found');
    const edition = await this.stored.implementation(implementationId({ item, district }), on);
    if (edition?.content === undefined) throw intakeRefusals.refuse('not-found');
    return edition;
  }

  async draft(code: string): Promise<FindDraftReply> {
    const draft = await this.stored.draft(code);
    const inForce = draft === undefined ? await this.stored.item(code) : undefined;
    const item: DraftedItem | undefined = draft?.item ?? inForce?.item;
    if (item === undefined) throw intakeRefusals.refuse('not-found');
    return {
      code,
      revision: draft?.revision ?? 0,
      status: draft?.status ?? 'published',
      item: { ...item } as ServiceItem,
      ...(draft && { editedBy: draft.edited.name, editedAt: draft.edited.at }),
      ...(draft?.reviewed && { reviewedBy: draft.reviewed.name }),
      ...(draft?.remarks !== undefined && { remarks: draft.remarks }),
      findings: this.lacks(item),
    };
  }

  /** What an editor is told after saving. */
  saved({ id: code, revision, status, item }: ItemDraft): SaveDraftReply {
    return { code, revision, status, findings: this.lacks(item) };
  }

  async versions({ code, from, to }: ListVersionsRequest): Promise<ListVersionsReply> {
    const rows = await this.em
      .fork()
      .find(
        ItemVersionRow,
        { code },
        { orderBy: { number: 'desc' }, limit: MOST_VERSIONS, populate: ['state'] },
      );
    if (rows.length === 0) throw intakeRefusals.refuse('not-found');
    const newer = to ?? rows[0]?.number ?? 1;
    const older = from ?? rows.find(({ number }) => number < newer)?.number;
    const versions = rows.map(({ state }) => listed(state as ItemVersion));
    if (older === undefined) return { versions, differences: [] };
    const [before, after] = await Promise.all(
      [older, newer].map(async (number) => {
        const version = await this.stored.version(versionId(code, number));
        if (version === undefined) throw intakeRefusals.refuse('not-found');
        return version.item;
      }),
    );
    const differences = compare(before, after).slice(0, MOST_DIFFERENCES).map(difference);
    return { versions, from: older, to: newer, differences };
  }

  private async versionOn(code: string, on: string): Promise<ItemVersion> {
    if (!isLegalDate(on)) throw intakeRefusals.refuse('not-found');
    const [row] = await this.em
      .fork()
      .find(
        ItemVersionRow,
        { code, inForceSince: { $lt: endOfDay(on) } },
        { orderBy: { inForceSince: 'desc', number: 'desc' }, limit: 1, populate: ['state'] },
      );
    const version = row?.state;
    if (version === undefined) throw intakeRefusals.refuse('not-found');
    return version;
  }

  private lacks(item: DraftedItem): CatalogueFinding[] {
    const { disclosure, now } = this.terms;
    return unmetForPublication(item, { on: legalDateAt(now()), disclosure })
      .slice(0, MOST_FINDINGS)
      .map(finding);
  }
}

const inDistrict = ({ number, inForceFrom, content }: ImplementationEdition): HandlingInDistrict =>
  ({
    district: content?.district ?? '',
    edition: number,
    inForceFrom,
    agencyName: content?.agencyName ?? '',
    ...(content?.implementationCode !== undefined && {
      implementationCode: content.implementationCode,
    }),
    ...(content?.promisedTerm && { promisedTerm: content.promisedTerm }),
    ...(content?.places && { places: content.places }),
    ...(content?.area !== undefined && { area: content.area }),
  }) as HandlingInDistrict;

export const finding = ({ rule, path, message, source }: UnmetRule): CatalogueFinding => ({
  rule,
  ...(path !== undefined && { path }),
  ...message,
  ...(source !== undefined && { source }),
});

/** The item was validated under the contract's class when it was published. */
export const serviceItem = ({ item }: Pick<CatalogueItem, 'item'>): ServiceItem =>
  ({ ...item }) as unknown as ServiceItem;

const listed = ({
  number,
  status,
  inForceFrom,
  published,
  ...version
}: ItemVersion): VersionOfItem => ({
  version: number,
  status,
  inForceFrom,
  publishedAt: published.at,
  ...(version.inForceSince !== undefined && { inForceSince: version.inForceSince }),
  ...(version.retiredAt !== undefined && { retiredAt: version.retiredAt }),
  ...(version.retiredBecause !== undefined && { retiredBecause: version.retiredBecause }),
  ...(version.withdrawn && {
    withdrawnAt: version.withdrawn.at,
    withdrawnBecause: version.withdrawn.because,
  }),
});

export const difference = ({
  path,
  before,
  after,
}: ReturnType<typeof compare>[number]): DifferenceOfVersions => ({
  path,
  ...(before !== undefined && { before: asText(before) }),
  ...(after !== undefined && { after: asText(after) }),
});

const asText = (value: unknown): string => JSON.stringify(value).slice(0, LONGEST_VALUE);
