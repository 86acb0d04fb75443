import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  FindDecisionReply,
  ListDecisionsReply,
  ListDecisionsRequest,
} from '@onewindow/contracts';
import { endOfDay, isLegalDate, startOfDay } from '@onewindow/kernel';
import { containingText, decodeCursor, encodeCursor, type PlaceRules } from '@onewindow/service';
import { PaperRow } from '../adapters/persistence/rows.js';
import { publicChanges } from '../domain/publication.js';
import type { PublicationRuling } from '../domain/publication-ruling.js';
import { intakeRefusals } from '../domain/refusals.js';
import type { PapersOnFile } from '../use-cases/ports.js';
import {
  isFoundByReference,
  publishedDecision,
  withheldPart,
  type Outcome,
} from './published-decision.js';

const DEFAULT_LIMIT = 50;
const NEWEST_FIRST = { issuedAt: 'desc', number: 'desc' } as const;
/** A state secret is in no list, count or search (政府信息公开条例 14). */
const PUBLIC = { kind: 'decision-granted', secret: false } as const;

/** As many as the reply takes. */
const NEWEST_CHANGES = 100;

/**
 * Decisions that granted a permit are public, and anybody may look them up (许可法 40), but for what the agency withholds (政府信息公开条例
 * 14, 15): nothing is found by what is not shown. A decision that was quashed and one that was corrected stay in the list, marked.
 */
export class PublishedDecisions {
  constructor(
    private readonly em: EntityManager,
    private readonly register: Pick<PapersOnFile, 'find'>,
    private readonly place: Pick<PlaceRules, 'stateSecretDecisions'>,
  ) {}

  async list(request: ListDecisionsRequest): Promise<ListDecisionsReply> {
    const { limit = DEFAULT_LIMIT, cursor } = request;
    const em = this.em.fork();
    const where = { $and: [await asked(em, request), after(cursor)] };
    const rows = await em.find(PaperRow, where, { orderBy: NEWEST_FIRST, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const outcomes = await this.outcomes(shown);
    return {
      decisions: shown.map((row) => publishedDecision(row, outcomes.get(row.reference))),
      ...(last && { nextCursor: encodeCursor(last.issuedAt, last.number) }),
      ...(await this.stateSecrets(request)),
    };
  }

  /** One of them. Throws the refusal `decision-not-published`, the same for what never was and for what nobody may know of. */
  async find(number: string): Promise<FindDecisionReply> {
    const where = { ...PUBLIC, $or: [{ number }, { reference: number }] };
    const row = await this.em.fork().findOne(PaperRow, where);
    if (row === null || (row.number !== number && !isFoundByReference(row))) {
      throw intakeRefusals.refuse('decision-not-published');
    }
    const outcome = (await this.outcomes([row])).get(row.reference);
    const body = (await this.register.find(row.reference))?.content?.body;
    const text = body?.kind === 'decision-granted' ? body : undefined;
    const shown = (part: string, texts: readonly string[] = []) =>
      row.withheld.includes(part) ? [] : [...texts];
    return {
      decision: publishedDecision(row, outcome),
      legalBasis: shown('legal-basis', text?.legalBasis),
      conditions: shown('conditions', text?.conditions),
      changes: publicChanges(outcome?.rulings ?? [], text?.decidedAt ?? row.issuedAt)
        .slice(-NEWEST_CHANGES)
        .map(({ changedAt, withheld }) => ({ changedAt, withheld: withheld.map(withheldPart) })),
    };
  }

  /** How many there are, and nothing of which: only with the whole list, for a search would tell more. */
  private async stateSecrets({
    limit: _,
    ...narrowing
  }: ListDecisionsRequest): Promise<Pick<ListDecisionsReply, 'stateSecrets'>> {
    const isWhole = JSON.stringify(narrowing) === '{}';
    if (this.place.stateSecretDecisions !== 'counted' || !isWhole) return {};
    const secret = { kind: 'decision-granted', secret: true, corrects: null };
    return { stateSecrets: await this.em.fork().count(PaperRow, secret) };
  }

  /** What became of each since, and what was ruled about its publication. */
  private async outcomes(papers: readonly PaperRow[]): Promise<ReadonlyMap<string, Outcome>> {
    const references = JSON.stringify(papers.map(({ reference }) => reference));
    const found = await this.em.fork().execute<OutcomeRow[]>(OUTCOMES, [references]);
    return new Map(
      found.map(({ reference, replaced, quashed, rulings }) => [
        reference,
        { replaced, quashed, rulings: rulings ?? [] },
      ]),
    );
  }
}

interface OutcomeRow extends Omit<Outcome, 'rulings'> {
  readonly reference: string;
  readonly rulings: readonly PublicationRuling[] | null;
}

const OUTCOMES = `select p.reference, a.state->'publication'->(p.root) as rulings,
    exists (select from paper c where c.corrects = p.reference) as replaced,
    coalesce(jsonb_exists(a.state->'quashed', p.root), false) as quashed
  from (select reference, application_id, regexp_replace(reference, '-G[0-9]+$', '') as root from paper) p
  join application a on a.id = p.application_id
  where p.reference in (select jsonb_array_elements_text(?::jsonb))`;

async function asked(
  em: EntityManager,
  { text, item, agencyName, from, to }: ListDecisionsRequest,
): Promise<FilterQuery<PaperRow>> {
  const where: FilterQuery<PaperRow> = {
    ...PUBLIC,
    ...(item !== undefined && { publicItem: item }),
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
    $or: [{ issuedAt: { $lt: key } }, { number: { $lt: id } }],
  };
}
