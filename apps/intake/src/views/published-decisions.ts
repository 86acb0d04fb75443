import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  ListDecisionsReply,
  ListDecisionsRequest,
  PublishedDecision,
} from '@onewindow/contracts';
import { maskPersonName } from '@onewindow/identifiers';
import { endOfDay, isLegalDate, startOfDay } from '@onewindow/kernel';
import { containingText, decodeCursor, encodeCursor } from '@onewindow/service';
import { PaperRow } from '../adapters/persistence/rows.js';

const DEFAULT_LIMIT = 50;
const NEWEST_FIRST = { issuedAt: 'desc', reference: 'desc' } as const;

/**
 * Decisions that granted a permit are public, and anybody may look them up (许可法 40). A decision that was quashed and one that was
 * corrected stay in the list, marked.
 */
export class PublishedDecisions {
  constructor(private readonly em: EntityManager) {}

  async list(request: ListDecisionsRequest): Promise<ListDecisionsReply> {
    const { limit = DEFAULT_LIMIT, cursor } = request;
    const em = this.em.fork();
    const where = { $and: [await asked(em, request), after(cursor)] };
    const rows = await em.find(PaperRow, where, { orderBy: NEWEST_FIRST, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const outcomes = await this.outcomes(shown);
    return {
      decisions: shown.map((row) => published(row, outcomes.get(row.reference))),
      ...(last && { nextCursor: encodeCursor(last.issuedAt, last.reference) }),
    };
  }

  /** What became of each since, and whether its holder is an organisation. */
  private async outcomes(papers: readonly PaperRow[]): Promise<ReadonlyMap<string, Outcome>> {
    const references = JSON.stringify(papers.map(({ reference }) => reference));
    const found = await this.em.fork().execute<Outcome[]>(OUTCOMES, [references]);
    return new Map(found.map((each) => [each.reference, each]));
  }
}

interface Outcome {
  readonly reference: string;
  readonly credit_code: string | null;
  readonly replaced: boolean;
  readonly quashed: boolean;
}

const OUTCOMES = `select p.reference, a.credit_code,
    exists (select from paper c where c.corrects = p.reference) as replaced,
    coalesce(jsonb_exists(a.state->'quashed', regexp_replace(p.reference, '-G[0-9]+$', '')), false) as quashed
  from paper p join application a on a.id = p.application_id
  where p.reference in (select jsonb_array_elements_text(?::jsonb))`;

async function asked(
  em: EntityManager,
  { text, item, agencyName, from, to }: ListDecisionsRequest,
): Promise<FilterQuery<PaperRow>> {
  const where: FilterQuery<PaperRow> = {
    kind: 'decision-granted',
    ...(item !== undefined && { item }),
    ...(agencyName !== undefined && { agency: agencyName }),
    issuedAt: {
      ...(from !== undefined && isLegalDate(from) && { $gte: startOfDay(from) }),
      ...(to !== undefined && isLegalDate(to) && { $lt: endOfDay(to) }),
    },
  };
  if (text === undefined) return where;
  const list = { rows: PaperRow, where, orderBy: NEWEST_FIRST };
  return { $and: [where, await containingText(em, list, text)] };
}

function after(cursor: string | undefined): FilterQuery<PaperRow> {
  if (cursor === undefined) return {};
  const { key, id } = decodeCursor(cursor);
  // The first condition alone bounds the index; the second only chooses among equals.
  return {
    issuedAt: { $lte: key },
    $or: [{ issuedAt: { $lt: key } }, { reference: { $lt: id } }],
  };
}

const published = (row: PaperRow, outcome: Outcome | undefined): PublishedDecision => ({
  number: row.number,
  reference: row.reference,
  agencyName: row.agency,
  item: row.item ?? '',
  itemName: row.itemName ?? '',
  holder:
    (outcome?.credit_code ?? null) === null ? maskPersonName(row.holder ?? '') : (row.holder ?? ''),
  issuedAt: row.issuedAt,
  standing: outcome?.quashed ? 'withdrawn' : outcome?.replaced ? 'replaced' : 'genuine',
  ...(typeof row.corrects === 'string' && { corrects: row.corrects }),
});
