/**
 * How the number of a paper is written where the place says nothing else. `{agency}` is who issues it, `{year}` the year of the issue,
 * `{serial}` counts within agency, kind and year from 1 without a gap.
 */
export const DEFAULT_PAPER_NUMBERS: Readonly<Record<string, string>> = Object.freeze({
  'acceptance-receipt': '{agency}受理字〔{year}〕第{serial}号',
  'correction-notice': '{agency}补正字〔{year}〕第{serial}号',
  'non-acceptance-notice': '{agency}不予受理字〔{year}〕第{serial}号',
  'special-procedure-notice': '{agency}特告字〔{year}〕第{serial}号',
  'term-extension-notice': '{agency}延告字〔{year}〕第{serial}号',
  'decision-granted': '{agency}准字〔{year}〕第{serial}号',
  'decision-refused': '{agency}不准字〔{year}〕第{serial}号',
  licence: '{agency}证字〔{year}〕第{serial}号',
  notice: '{agency}告字〔{year}〕第{serial}号',
});

/** A pattern gives every paper of its series another number only if it holds the year and the serial. */
export const isPaperNumberPattern = (pattern: string): boolean =>
  pattern.length <= 60 &&
  pattern.split('{serial}').length === 2 &&
  pattern.split('{year}').length === 2 &&
  !/[{}]/.test(pattern.replace(/\{(?:agency|year|serial)\}/g, ''));

/**
 * The register of papers. A trigger enters a paper in the very transaction in which its `paper-issued` is written into the journal, and draws the
 * next number of its series as the last thing that this statement does: a transaction that fails gives its number back, two
 * that run at once wait for each other, and a crash leaves nothing. What the paper says stays in the journal, chained and immutable.
 *
 * The entries of one statement are taken in the order of their series, so that two transactions that draw from several cannot
 * wait for each other in a circle. Nobody but the trigger writes the register; the runtime role reads it, enters where the bytes
 * of a paper are, once, and sets the patterns.
 */
export function paperSeriesSql(runtimeRole: string): string {
  const role = `"${runtimeRole.replaceAll('"', '""')}"`;
  const defaults = Object.entries(DEFAULT_PAPER_NUMBERS)
    .map(([kind, pattern]) => `('*', '${kind}', '${pattern}')`)
    .join(', ');
  return `${TABLES}
insert into paper_pattern (agency, kind, pattern) values ${defaults};
${ENTER_PAPER}
${TRIGGER}
${ENTER_EARLIER}
grant select on paper, paper_series to ${role};
grant select, insert on paper_print to ${role};
grant select, insert, update, delete on paper_pattern to ${role};
revoke execute on function paper_enter(bigint, uuid, text, text) from public;`;
}

const TABLES = `
create table paper_series (
  agency text not null, kind text not null, year int not null, last int not null,
  primary key (agency, kind, year)
) with (fillfactor = 50);

create table paper_pattern (
  agency text not null, kind text not null, pattern text not null, primary key (agency, kind)
);

create table paper (
  reference text primary key,
  number text not null unique,
  agency text not null, kind text not null, year int not null, serial int not null,
  application_id text not null,
  entry_id uuid not null,
  journal_id bigint not null,
  title text not null,
  issued_at text not null,
  item text, item_name text, holder text,
  corrects text,
  code text not null,
  unique (agency, kind, year, serial)
);
create index paper_application on paper (application_id);
create index paper_corrects on paper (corrects) where corrects is not null;
create index paper_published on paper (kind, issued_at desc, reference desc);

create table paper_print (
  reference text not null references paper,
  part text not null check (part in ('paper', 'service-record')),
  hash text not null,
  size int not null,
  algorithm text, key_id text, signature text,
  sealed_at text not null,
  primary key (reference, part)
);`;

/** The code has 72 random bits: a UUID of version 4 has six fixed ones, all beyond its first 12 digits or left out. */
const ENTER_PAPER = `
create function paper_enter(journal_id bigint, entry_id uuid, application_id text, payload text)
returns void language plpgsql security definer set search_path from current as $enter$
declare
  said json := payload::json;
  paper json := said->'paper';
  content json := said->'content';
  agency_of text := paper->>'issuedBy';
  kind_of text := coalesce(content#>>'{body,kind}', 'notice');
  year_of int := extract(year from (paper->>'issuedAt')::timestamptz at time zone 'Asia/Shanghai');
  drawn int;
  pattern_of text;
  random text := replace(gen_random_uuid()::text, '-', '');
begin
  insert into paper_series as s (agency, kind, year, last) values (agency_of, kind_of, year_of, 1)
    on conflict (agency, kind, year) do update set last = s.last + 1
    returning last into drawn;
  select p.pattern into pattern_of from paper_pattern p
    where p.kind in (kind_of, 'notice') and p.agency in (agency_of, '*')
    order by (p.kind = kind_of) desc, (p.agency = agency_of) desc limit 1;
  insert into paper (reference, number, agency, kind, year, serial, application_id, entry_id, journal_id,
      title, issued_at, item, item_name, holder, corrects, code)
    values (paper->>'number',
      replace(replace(replace(pattern_of, '{agency}', agency_of), '{year}', year_of::text), '{serial}', drawn::text),
      agency_of, kind_of, year_of, drawn, application_id, entry_id, journal_id,
      paper->>'title', paper->>'issuedAt', paper->>'item', content#>>'{item,name}',
      content#>>'{holder,name}', content#>>'{corrects,number}',
      upper(substr(random, 1, 12) || substr(random, 21, 6)));
end $enter$;`;

const TRIGGER = `
create function papers_enter() returns trigger language plpgsql security definer set search_path from current as $all$
declare
  entry record;
begin
  for entry in
    select a.id, a.entry_id, a.aggregate_id, a.payload from added a
    where a.name = 'paper-issued' and a.aggregate = 'application' and a.payload is not null
    order by a.payload::json#>>'{paper,issuedBy}',
      coalesce(a.payload::json#>>'{content,body,kind}', 'notice'),
      a.payload::json#>>'{paper,issuedAt}', a.id
  loop
    perform paper_enter(entry.id, entry.entry_id, entry.aggregate_id, entry.payload);
  end loop;
  return null;
end $all$;
create trigger papers_enter after insert on journal
  referencing new table as added for each statement execute function papers_enter();`;

/** What was issued before there was a register is entered in the order of its issue. */
const ENTER_EARLIER = `
select paper_enter(j.id, j.entry_id, j.aggregate_id, j.payload) from (
  select id, entry_id, aggregate_id, payload from journal
  where name = 'paper-issued' and aggregate = 'application' and payload is not null order by id) j;`;
