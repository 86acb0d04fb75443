import type { VisibleCases } from '../../domain/case/visible-to.js';
import type { CaseQuery } from '../../views/records.js';
import {
  among,
  behind,
  inOrder,
  isListed,
  listed,
  newest,
  newestOf,
  type Listed,
  type Wanted,
} from './case-source.js';
import { containsText, given, together, type Sql } from './sql-pieces.js';

/** Of the newest rows: what so many have is found by looking through more of them. */
const MANY = 0.25;
/** Cases by which grams are told from each other. */
const SAMPLE = 100;
/** A text has few others that have these of its grams. */
const MOST_TELLING = 3;

export interface CaseSearch extends Wanted {
  readonly query: CaseQuery;
  readonly text: string;
  /** Rows of a list that are looked through one by one, newest first, before the index of the search is asked. */
  readonly lookedThrough: number;
}

/** Number and acceptance (`id`, `accepted_at`) of the newest cases that somebody may see and that contain the text; none of them twice. */
export const searchSource = (search: CaseSearch): Sql =>
  newestOf(search.query, search, (visible) =>
    isListed(visible) ? searched(visible, search) : walked(visible, search),
  );

/** Those of one applicant, in the order of the list: hardly anybody files many. */
function walked(visible: VisibleCases, { query, text, ...wanted }: CaseSearch): Sql {
  const { from, conditions } = among(visible, query);
  return newest({ from, conditions: [...conditions, containsText(text)] }, wanted);
}

/**
 * Those of a region or an agency. What many have is found among the newest rows of the list. Anything else is asked of the index, month
 * after month until there are enough: what a tenth of the cases have ends with the newest month, and every month is soon read for what
 * hardly any case has. Which months have cases the list knows.
 */
function searched(visible: Listed, search: CaseSearch): Sql {
  const { query, text, after, most, lookedThrough } = search;
  const { region, agency, agencies } = scopeOf(visible, query);
  const { from, conditions } = listed(visible, query);
  const rows = given`select id, accepted_at, search_text from ${from}
    where ${together([...conditions, ...behind(after)], ' and ')}`;
  const few = Math.ceil(lookedThrough * MANY);
  return given`
    with recursive beginning as materialized (
      select count(*) as seen, count(*) filter (where ${containsText(text)}) as hits
      from (${rows} ${inOrder(few)}) newest),
    looked as materialized (
      select id, accepted_at from (${rows} ${inOrder(lookedThrough)}) newest
      where ${containsText(text)} and (select seen < ${few} or hits >= ${MANY} * ${few} from beginning)
      ${inOrder(most)}),
    enough as materialized (
      select seen < ${few} or (select count(*) from looked) >= ${most} as so from beginning),
    ${telling(text, region, agencies)},
    month (name, ids, instants, so_far) as (
      select ${`${after?.acceptedAt ?? ''}~`}::text, null::text[], null::text[], 0
      from enough where not so
      union all
      select earlier.name, few.ids, few.instants, month.so_far + coalesce(cardinality(few.ids), 0)
      from month
      cross join lateral (
        select left(accepted_at, 7) as name from listed_case
        where region = ${region} and agency = ${agency} and accepted_at < month.name
        order by accepted_at desc limit 1) earlier
      cross join lateral (
        select array_agg(id) as ids, array_agg(accepted_at) as instants from (
          select id, accepted_at from (select case_number as id, * from searched_case) c
          where ${INDEXED} @> array(select earlier.name || gram from telling)
            and ${together(found(search, region, agencies), ' and ')} ${inOrder(most)}) newest) few
      where month.so_far < ${most})
    select id, accepted_at from (
      select id, accepted_at from looked where (select so from enough)
      union all
      select found.id, found.accepted_at from month, unnest(ids, instants) found (id, accepted_at)) found
    ${inOrder(most)}`;
}

/** The expression of the index. */
const INDEXED: Sql = given`(searched_grams(left(accepted_at, 7), search_text)
  || seen_by(left(accepted_at, 7), region, agencies || ''::text))`;

/** What a case has to be, whatever the index says. */
const found = ({ query, text, after }: CaseSearch, region: string, agencies: readonly string[]) => [
  given`region = ${region}`,
  ...agencies.filter((each) => each !== '').map((each) => given`${each} = any(agencies)`),
  ...(query.status === undefined ? [] : [given`status = ${query.status}`]),
  containsText(text),
  ...behind(after),
];

/**
 * What the index is asked for: of the grams of the text and of who sees the cases those that the fewest have, by a few of the newest.
 * To look up one that half of the cases have takes longer than to look at the cases.
 */
const telling = (text: string, region: string, agencies: readonly string[]): Sql => given`
    newest as materialized (
      select search_text, agencies || ''::text as agencies from searched_case where case_number in (
        select case_number from listed_case where region = ${region} and agency = ''
        order by accepted_at desc, case_number desc limit ${SAMPLE})),
    telling as materialized (
      select gram from (
        select gram, common, row_number() over (order by common, length(gram) desc, gram) as place from (
          select gram, (select count(*) from newest where strpos(search_text, gram) > 0) as common
          from unnest(asked_of_cases(lower(${text}))) gram
          union all
          select (seen_by('', ${region}, array[agency]))[1], (select count(*) from newest where agency = any(agencies))
          from unnest(array[${together(
            agencies.map((each) => given`${each}`),
            ', ',
          )}]) agency) asked) told
      where place = 1 or (place <= ${MOST_TELLING} and common < ${SAMPLE} / 2))`;

/** Agencies that all have to have a part in a case; the first tells the list, and is empty for the region. */
function scopeOf(visible: Listed, { agency }: CaseQuery) {
  const { region } = visible;
  const own = visible.kind === 'agency' ? visible.agency : (agency ?? '');
  const agencies = agency === undefined || agency === own ? [own] : [own, agency];
  return { region, agency: own, agencies };
}
