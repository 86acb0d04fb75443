import type { EntityManager } from '@mikro-orm/postgresql';
import type { Instant } from '@onewindow/kernel';
import type { PaperContent } from '../../domain/paper-content.js';
import type { PrintedPart, PrintedPaper, RegisteredPaper } from '../../views/papers.js';

/** Reads the register of papers; what a paper says is read from the journal, where it cannot be altered unseen. */
export class PaperRegister {
  constructor(private readonly em: EntityManager) {}

  /** By the official number or by the reference. */
  async find(number: string): Promise<RegisteredPaper | undefined> {
    const [row] = await this.em
      .fork()
      .execute<Row[]>(`${PAPER} where p.reference = ? or p.number = ? limit 1`, [number, number]);
    return row && asPaper(row);
  }

  async numbersOf(references: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.em
      .fork()
      .execute<Pick<Row, 'reference' | 'number'>[]>(NUMBERS, [JSON.stringify(references)]);
    return new Map(rows.map(({ reference, number }) => [reference, number]));
  }

  /** The official numbers of everything that was issued in an application, by reference. */
  async numbersIssuedIn(applicationId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.em
      .fork()
      .execute<Row[]>('select reference, number from paper where application_id = ?', [
        applicationId,
      ]);
    return new Map(rows.map(({ reference, number }) => [reference, number]));
  }

  /** The paper that took its place, if it was corrected. */
  async correctionOf(reference: string): Promise<RegisteredPaper | undefined> {
    const [row] = await this.em
      .fork()
      .execute<Row[]>(`${PAPER} where p.corrects = ? order by p.journal_id desc limit 1`, [
        reference,
      ]);
    return row && asPaper(row);
  }

  async printed(reference: string, part: PrintedPart): Promise<PrintedPaper | undefined> {
    const [row] = await this.em
      .fork()
      .execute<PrintRow[]>(`${PRINT} where reference = ? and part = ?`, [reference, part]);
    if (row === undefined) return undefined;
    const { hash, size, algorithm, key_id: keyId, signature, sealed_at: sealedAt } = row;
    return {
      hash,
      size,
      sealedAt,
      ...(algorithm !== null &&
        keyId !== null &&
        signature !== null && { seal: { algorithm, keyId, signature } }),
    };
  }

  /** Of two who printed at once the first is kept, and both are told that one. */
  async keepPrint(
    reference: string,
    part: PrintedPart,
    print: PrintedPaper,
  ): Promise<PrintedPaper> {
    const { hash, size, seal, sealedAt } = print;
    const values = [reference, part, hash, size, sealedAt];
    const of = [seal?.algorithm ?? null, seal?.keyId ?? null, seal?.signature ?? null];
    await this.em.fork().execute(KEEP, [...values, ...of]);
    return (await this.printed(reference, part)) ?? print;
  }

  /** The patterns of the place in the place of those that were there: papers that have a number keep it. */
  async setPatterns(patterns: Readonly<Record<string, Readonly<Record<string, string>>>>) {
    const rows = Object.entries(patterns).flatMap(([agency, ofKind]) =>
      Object.entries(ofKind).map(([kind, pattern]) => ({ agency, kind, pattern })),
    );
    await this.em.fork().execute(SET_PATTERNS, [JSON.stringify(rows)]);
  }
}

interface Row {
  readonly reference: string;
  readonly number: string;
  readonly agency: string;
  readonly kind: string;
  readonly title: string;
  readonly issued_at: string;
  readonly application_id: string;
  readonly corrects: string | null;
  readonly code: string;
  readonly payload: string | null;
}

interface PrintRow {
  readonly hash: string;
  readonly size: number;
  readonly algorithm: string | null;
  readonly key_id: string | null;
  readonly signature: string | null;
  readonly sealed_at: Instant;
}

const PAPER = `select p.reference, p.number, p.agency, p.kind, p.title, p.issued_at, p.application_id,
    p.corrects, p.code, j.payload
  from paper p left join journal j on j.id = p.journal_id and j.entry_id = p.entry_id`;

const NUMBERS = `select reference, number from paper
  where reference in (select json_array_elements_text(?::json))`;

const PRINT = `select hash, size, algorithm, key_id, signature, sealed_at from paper_print`;

const KEEP = `insert into paper_print (reference, part, hash, size, sealed_at, algorithm, key_id, signature)
  values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (reference, part) do nothing`;

const SET_PATTERNS = `insert into paper_pattern (agency, kind, pattern)
  select r.agency, r.kind, r.pattern from json_to_recordset(?::json) r(agency text, kind text, pattern text)
  on conflict (agency, kind) do update set pattern = excluded.pattern`;

function asPaper(row: Row): RegisteredPaper {
  const content =
    row.payload === null
      ? undefined
      : (JSON.parse(row.payload) as { readonly content?: PaperContent }).content;
  return {
    reference: row.reference,
    number: row.number,
    agency: row.agency,
    kind: row.kind,
    title: row.title,
    issuedAt: row.issued_at as Instant,
    applicationId: row.application_id,
    code: row.code,
    ...(row.corrects !== null && { corrects: row.corrects }),
    ...(content && { content }),
  };
}
