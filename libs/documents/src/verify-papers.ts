import type { JsonWebKey } from 'node:crypto';
import type { ClientBase } from 'pg';
import { isGenuineSeal } from './seal.js';

/** What is wrong with one paper, in words that name it. */
export interface PaperFault {
  readonly kind:
    | 'unissued-paper'
    | 'altered-paper'
    | 'unregistered-paper'
    | 'missing-number'
    | 'altered-series'
    | 'lost-print'
    | 'altered-print'
    | 'unknown-seal'
    | 'broken-seal';
  /** Its reference, or the series. */
  readonly paper: string;
  readonly message: string;
}

export interface PaperVerification {
  readonly papers: number;
  readonly prints: number;
  /** The files and seals were not looked at, for nobody said where they are. */
  readonly unseen?: true;
  readonly faults: readonly PaperFault[];
}

/** Where the bytes and the keys are. */
export interface PaperMeans {
  /** The state of the file with this hash. */
  file(hash: string): Promise<'intact' | 'altered' | 'missing'>;
  publicKey(keyId: string): JsonWebKey | undefined;
}

/**
 * Holds every paper of a register against the entry of the journal that issued it, every series against its papers, and every print
 * against its bytes and its seal, on what the client's transaction sees. Undefined where there is no register.
 */
export async function verifyPapers(
  client: ClientBase,
  means: PaperMeans | undefined,
): Promise<PaperVerification | undefined> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('paper_print') is not null as there`,
  );
  if (rows[0]?.there !== true) return undefined;
  const faults: PaperFault[] = [];
  for (const { kind, sql, says } of PROMISES) {
    const { rows: found } = await client.query<Found>(`${sql} limit 100`);
    faults.push(
      ...found.map(({ paper, detail }) => ({
        kind,
        paper,
        message: `paper ${paper}: ${says}${detail === null ? '' : ` (${detail})`}`,
      })),
    );
  }
  let prints = 0;
  for (let after: Key = ['', '']; ;) {
    const { rows: page } = await client.query<Print>(PRINTS, after);
    if (means !== undefined) {
      for (const print of page) faults.push(...(await faultsOfPrint(print, means)));
    }
    prints += page.length;
    const last = page.at(-1);
    if (last === undefined) break;
    after = [last.reference, last.part];
  }
  const counted = await client.query<{ count: string }>('select count(*) from paper');
  const papers = Number(counted.rows[0]?.count);
  return { papers, prints, ...(means === undefined && { unseen: true }), faults };
}

async function faultsOfPrint(print: Print, means: PaperMeans): Promise<PaperFault[]> {
  const { reference, part, hash } = print;
  const fault = (kind: PaperFault['kind'], says: string): PaperFault => ({
    kind,
    paper: reference,
    message: `paper ${reference}, ${part}: ${says}`,
  });
  const file = await means.file(hash);
  const seal = sealFault(print, means);
  return [
    ...(file === 'missing' ? [fault('lost-print', `there is no file ${hash}`)] : []),
    ...(file === 'altered'
      ? [fault('altered-print', `the file ${hash} does not have its own hash`)]
      : []),
    ...(seal ? [fault(...seal)] : []),
  ];
}

/** What was printed while there was no key bears no seal. */
function sealFault(
  { reference, agency, hash: digest, sealed_at: sealedAt, ...seal }: Print,
  means: PaperMeans,
): [PaperFault['kind'], string] | undefined {
  const { algorithm, key_id: keyId, signature } = seal;
  if (algorithm === null && keyId === null && signature === null) return undefined;
  if (algorithm === null || keyId === null || signature === null) {
    return ['broken-seal', 'a part of its seal is missing'];
  }
  const key = means.publicKey(keyId);
  if (key === undefined) return ['unknown-seal', `nobody here knows the key ${keyId} of its seal`];
  const sealed = { reference, agency, digest, sealedAt };
  return isGenuineSeal(sealed, { algorithm, keyId, signature }, key)
    ? undefined
    : ['broken-seal', 'its seal is not over this paper, this file and this time'];
}

interface Found {
  readonly paper: string;
  readonly detail: string | null;
}

interface Print {
  readonly reference: string;
  readonly part: string;
  readonly agency: string;
  readonly hash: string;
  readonly sealed_at: string;
  readonly algorithm: string | null;
  readonly key_id: string | null;
  readonly signature: string | null;
}

type Key = [reference: string, part: string];

const ISSUED_BY = `j.id = p.journal_id and j.entry_id = p.entry_id and j.aggregate = 'application'
  and j.aggregate_id = p.application_id and j.name = 'paper-issued'`;

/** Each finds rows that break one promise of the register. */
const PROMISES: readonly {
  readonly kind: PaperFault['kind'];
  readonly sql: string;
  readonly says: string;
}[] = [
  {
    kind: 'unissued-paper',
    sql: `select p.reference as paper, p.number as detail from paper p
      where not exists (select from journal j where ${ISSUED_BY})`,
    says: 'is in the register, and no entry of the journal issued it',
  },
  {
    kind: 'altered-paper',
    sql: `select p.reference as paper, p.number as detail
      from paper p join journal j on ${ISSUED_BY}
      cross join lateral (select j.payload::json as said) s
      where (said#>>'{paper,number}', said#>>'{paper,issuedBy}',
          coalesce(said#>>'{content,body,kind}', 'notice'), said#>>'{paper,title}',
          said#>>'{paper,issuedAt}', said#>>'{paper,item}', said#>>'{content,item,name}',
          said#>>'{content,holder,name}', said#>>'{content,corrects,number}')
        is distinct from
          (p.reference, p.agency, p.kind, p.title, p.issued_at, p.item, p.item_name, p.holder, p.corrects)
        and j.payload is not null`,
    says: 'says something else in the register than the entry that issued it',
  },
  {
    kind: 'altered-paper',
    sql: `select reference as paper, number as detail from paper
      where number !~ ('(^|[^0-9])' || serial || '($|[^0-9])')
        or number !~ ('(^|[^0-9])' || year || '($|[^0-9])')`,
    says: 'has a number without its year and serial',
  },
  {
    kind: 'unregistered-paper',
    sql: `select coalesce(j.payload::json#>>'{paper,number}', j.aggregate_id) as paper, null as detail
      from journal j
      where j.name = 'paper-issued' and j.aggregate = 'application' and j.payload is not null
        and not exists (select from paper p where p.journal_id = j.id)`,
    says: 'was issued and is not in the register',
  },
  {
    kind: 'missing-number',
    sql: `select reference as paper,
        format('%s to %s of %s, %s, %s', coalesce(before, 0) + 1, serial - 1, agency, kind, year) as detail
      from (select *, lag(serial) over (partition by agency, kind, year order by serial) as before
        from paper) p
      where serial <> coalesce(before, 0) + 1`,
    says: 'the numbers before it are missing',
  },
  {
    kind: 'altered-series',
    sql: `select format('%s, %s, %s', agency, kind, year) as paper,
        format('%s, its last paper %s', coalesce(s.last, 0), coalesce(p.last, 0)) as detail
      from paper_series s
        full join (select agency, kind, year, max(serial) as last from paper group by 1, 2, 3) p
        using (agency, kind, year)
      where s.last is distinct from p.last`,
    says: 'the series stands at another number than its last paper',
  },
];

const PRINTS = `select r.reference, r.part, p.agency, r.hash, r.sealed_at, r.algorithm, r.key_id, r.signature
  from paper_print r join paper p using (reference)
  where (r.reference, r.part) > ($1, $2) order by r.reference, r.part limit 500`;
