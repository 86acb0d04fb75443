import type { PublishedDecision, WithheldPart } from '@onewindow/contracts';
import { maskPersonName } from '@onewindow/identifiers';
import type { PaperRow } from '../adapters/persistence/rows.js';
import { withheldOf } from '../domain/publication.js';
import type { PublicationRuling, Withheld } from '../domain/publication-ruling.js';

/** What became of a decision since, and what was ruled about its publication, oldest first. */
export interface Outcome {
  readonly replaced: boolean;
  readonly quashed: boolean;
  readonly rulings: readonly PublicationRuling[];
}

type PublicRow = Pick<
  PaperRow,
  'number' | 'reference' | 'agency' | 'item' | 'itemName' | 'holder' | 'issuedAt' | 'corrects'
> &
  Pick<PaperRow, 'withheld' | 'ofPerson'>;

const NOT_PUBLISHED = '（依法不予公开）';
const NO_ITEM = 'withheld';

/** A decision as the public may read it, with a mark in the place of what is withheld. */
export function publishedDecision(row: PublicRow, outcome: Outcome | undefined): PublishedDecision {
  const isPublic = (part: string) => !row.withheld.includes(part);
  const withheld = withheldOf(outcome?.rulings.at(-1)?.protection ?? []);
  return {
    number: row.number,
    reference: isFoundByReference(row) ? row.reference : row.number,
    agencyName: row.agency,
    item: isPublic('item') ? (row.item ?? '') : NO_ITEM,
    itemName: isPublic('item') ? (row.itemName ?? '') : NOT_PUBLISHED,
    holder: isPublic('holder') ? holderOf(row) : NOT_PUBLISHED,
    issuedAt: row.issuedAt,
    standing: outcome?.quashed ? 'withdrawn' : outcome?.replaced ? 'replaced' : 'genuine',
    ...(typeof row.corrects === 'string' && isFoundByReference(row) && { corrects: row.corrects }),
    ...(withheld.length > 0 && { withheld: withheld.map(withheldPart) }),
  };
}

export const withheldPart = ({ kind, parts }: Withheld): WithheldPart => ({
  kind,
  parts: [...parts],
});

/** The reference holds the number of the case, by which the decisions on its other items would tell whose it is, and for what. */
export const isFoundByReference = ({ withheld }: Pick<PaperRow, 'withheld'>): boolean =>
  !withheld.includes('holder') && !withheld.includes('item');

const holderOf = ({ holder, ofPerson }: PublicRow): string =>
  ofPerson ? maskPersonName(holder ?? '') : (holder ?? '');
