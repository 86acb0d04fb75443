import type { VisibleCases } from '../../domain/case/visible-to.js';
import type { CaseQuery, Place } from '../../views/records.js';
import { given, together, type Sql } from './sql-pieces.js';

interface Wanted {
  /** No more than so many, the newest. */
  readonly most?: number;
  /** Behind this case. */
  readonly after?: Place | undefined;
  /** A condition on the case itself, `c`; the rows are then found by it. */
  readonly also?: Sql;
}

/** Number, acceptance and text (`id`, `accepted_at`, `search_text`) of the cases that somebody may see and asks for; none of them twice. */
export function caseSource(query: CaseQuery, wanted: Wanted): Sql {
  const sources = query.visibility.map((visible) => sourceOf(visible, query, wanted));
  if (sources.length === 1 && sources[0]) return sources[0];
  const all = together(
    sources.map((each) => given`(${each})`),
    ' union ',
  );
  if (wanted.most === undefined) return all;
  return given`select * from (${all}) every order by accepted_at desc, id desc limit ${wanted.most}`;
}

function sourceOf(visible: VisibleCases, query: CaseQuery, wanted: Wanted): Sql {
  const { from, conditions } =
    'region' in visible && wanted.also === undefined
      ? listed(visible, query)
      : among(visible, query);
  const { most, after, also } = wanted;
  const where = together(
    [
      ...conditions,
      ...(also ? [also] : []),
      ...(after ? [given`(accepted_at, id) < (${after.acceptedAt}, ${after.caseNumber})`] : []),
    ],
    ' and ',
  );
  const newest =
    most === undefined ? given`` : given` order by accepted_at desc, id desc limit ${most}`;
  return given`select id, accepted_at, search_text from ${from} where ${where}${newest}`;
}

type Listed = Extract<VisibleCases, { readonly region: string }>;

interface Source {
  readonly from: Sql;
  readonly conditions: readonly Sql[];
}

/** By the rows that stand in the order of the lists. */
function listed(visible: Listed, { status, agency }: CaseQuery): Source {
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
function among(visible: VisibleCases, { status, agency }: CaseQuery): Source {
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
