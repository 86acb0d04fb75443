import type { VisibleCases } from '../../domain/case/visible-to.js';
import type { CaseQuery, Place } from '../../views/records.js';
import { given, together, type Sql } from './sql-pieces.js';

export interface Wanted {
  /** No more than so many, the newest. */
  readonly most: number;
  /** Behind this case. */
  readonly after?: Place | undefined;
}

/** Number and acceptance (`id`, `accepted_at`) of the newest cases that somebody may see and asks for; none of them twice. */
export const caseSource = (query: CaseQuery, wanted: Wanted): Sql =>
  newestOf(query, wanted, (visible) =>
    newest(isListed(visible) ? listed(visible, query) : among(visible, query), wanted),
  );

/** The case of this number, if it is among them. */
export const caseOfNumber = (query: CaseQuery, number: string, wanted: Wanted): Sql =>
  newestOf(query, wanted, (visible) => {
    const { from, conditions } = among(visible, query);
    return newest({ from, conditions: [...conditions, given`id = ${number}`] }, wanted);
  });

/** What somebody may see for several reasons, once and in the order of the list. */
export function newestOf(
  { visibility }: CaseQuery,
  { most }: Wanted,
  source: (visible: VisibleCases) => Sql,
): Sql {
  const all = together(
    visibility.map((visible) => given`(${source(visible)})`),
    ' union ',
  );
  return visibility.length === 1 ? all : given`select * from (${all}) every ${inOrder(most)}`;
}

/** The newest of the cases that a source has. */
export const newest = ({ from, conditions }: Source, { most, after }: Wanted): Sql =>
  given`select id, accepted_at from ${from}
    where ${together([...conditions, ...behind(after)], ' and ')} ${inOrder(most)}`;

export const inOrder = (most: number): Sql =>
  given`order by accepted_at desc, id desc limit ${most}`;

export const behind = (after: Place | undefined): readonly Sql[] =>
  after ? [given`(accepted_at, id) < (${after.acceptedAt}, ${after.caseNumber})`] : [];

export type Listed = Extract<VisibleCases, { readonly region: string }>;

export const isListed = (visible: VisibleCases): visible is Listed => 'region' in visible;

export interface Source {
  readonly from: Sql;
  readonly conditions: readonly Sql[];
}

/** By the rows that stand in the order of the lists. */
export function listed(visible: Listed, { status, agency }: CaseQuery): Source {
  const own = visible.kind === 'agency' ? visible.agency : (agency ?? '');
  const isTogether = agency !== undefined && agency !== own;
  return {
    from: given`(select region, agency, status, accepted_at, case_number as id, search_text from listed_case) c`,
    conditions: [
      given`region = ${visible.region} and agency = ${own}`,
      ...(status === undefined ? [] : [given`status = ${status}`]),
      ...(isTogether
        ? [
            given`exists (select 1 from listed_case o where o.case_number = c.id and o.agency = ${agency})`,
          ]
        : []),
    ],
  };
}

/** By the cases themselves. */
export function among(visible: VisibleCases, { status, agency }: CaseQuery): Source {
  return {
    from: given`"case" c`,
    conditions: [
      visibleSql(visible),
      ...(status === undefined ? [] : [given`status = ${status}`]),
      ...(agency === undefined ? [] : [given`${agency} = any(agencies)`]),
    ],
  };
}

function visibleSql(visible: VisibleCases): Sql {
  switch (visible.kind) {
    case 'region':
      return given`region = ${visible.region}`;
    case 'agency':
      return given`region = ${visible.region} and ${visible.agency} = any(agencies)`;
    case 'account':
      return given`applicant_account = ${visible.account}`;
    case 'organisation':
      return given`credit_code = ${visible.creditCode}`;
  }
}
