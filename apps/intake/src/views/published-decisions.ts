import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  ListDecisionsReply,
  ListDecisionsRequest,
  PublishedDecision,
} from '@onewindow/contracts';
import { maskPersonName } from '@onewindow/identifiers';
import { endOfDay, isLegalDate, startOfDay } from '@onewindow/kernel';
import { containing, decodeCursor, encodeCursor } from '@onewindow/service';

const DEFAULT_LIMIT = 50;

/**
 * Decisions that granted a permit are public, and anybody may look them up (许可法 40). A decision that was quashed and one that was
 * corrected stay in the list, marked.
 */
export class PublishedDecisions {
  constructor(private readonly em: EntityManager) {}

  async list(request: ListDecisionsRequest): Promise<ListDecisionsReply> {
    const { limit = DEFAULT_LIMIT, cursor } = request;
    const from = cursor === undefined ? undefined : decodeCursor(cursor);
    const { where, values } = conditions(request);
    if (from !== undefined) {
      where.push('(p.issued_at, p.reference) < (?, ?)');
      values.push(from.key, from.id);
    }
    const rows = await this.em
      .fork()
      .execute<Row[]>(
        `${DECISIONS} where ${where.join(' and ')} order by p.issued_at desc, p.reference desc limit ?`,
        [...values, limit + 1],
      );
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      decisions: shown.map(published),
      ...(last && { nextCursor: encodeCursor(last.issued_at, last.reference) }),
    };
  }
}

interface Row {
  readonly reference: string;
  readonly number: string;
  readonly agency: string;
  readonly item: string | null;
  readonly item_name: string | null;
  readonly holder: string | null;
  readonly credit_code: string | null;
  readonly issued_at: string;
  readonly corrects: string | null;
  readonly replaced: boolean;
  readonly quashed: boolean;
}

const DECISIONS = `select p.reference, p.number, p.agency, p.item, p.item_name, p.holder, p.issued_at, p.corrects,
    a.credit_code,
    exists (select from paper c where c.corrects = p.reference) as replaced,
    coalesce(jsonb_exists(a.state->'quashed', regexp_replace(p.reference, '-G[0-9]+$', '')), false) as quashed
  from paper p join application a on a.id = p.application_id`;

function conditions({ text, item, agencyName, from, to }: ListDecisionsRequest) {
  const where = [`p.kind = 'decision-granted'`];
  const values: unknown[] = [];
  const add = (condition: string, ...given: unknown[]) => {
    where.push(condition);
    values.push(...given);
  };
  if (text !== undefined) {
    const part = containing(text);
    add('(p.holder ilike ? or p.item_name ilike ? or p.number ilike ?)', part, part, part);
  }
  if (item !== undefined) add('p.item = ?', item);
  if (agencyName !== undefined) add('p.agency = ?', agencyName);
  if (from !== undefined && isLegalDate(from)) add('p.issued_at >= ?', startOfDay(from));
  if (to !== undefined && isLegalDate(to)) add('p.issued_at < ?', endOfDay(to));
  return { where, values };
}

const published = (row: Row): PublishedDecision => ({
  number: row.number,
  reference: row.reference,
  agencyName: row.agency,
  item: row.item ?? '',
  itemName: row.item_name ?? '',
  holder: row.credit_code === null ? maskPersonName(row.holder ?? '') : (row.holder ?? ''),
  issuedAt: row.issued_at,
  standing: row.quashed ? 'withdrawn' : row.replaced ? 'replaced' : 'genuine',
  ...(row.corrects !== null && { corrects: row.corrects }),
});
