import { searchIndexSql, ServiceMigration } from '@onewindow/service';

/**
 * What is withheld from the publication of a decision stands beside its paper, so that no list, count or search can find by it what it
 * does not show. It is entered by the statement that writes the ruling into the journal, in the transaction of the ruling: with a new
 * decision the paper is never public for a moment without it. A paper that corrects clerical errors has it from the one that it corrects.
 */
export class ProtectedDecisions20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(COLUMNS);
    this.addSql(searchIndexSql('paper'));
    this.addSql(RULE);
    this.addSql(TRIGGER);
  }
}

/** By the name of a natural person nobody finds a decision; one that is a state secret is in no list. */
const COLUMNS = `
alter table paper drop column search_text;
alter table paper
  add column withheld text[] not null default '{}',
  add column secret boolean not null default false,
  add column of_person boolean not null default false;
update paper p set of_person = true from application a
  where a.id = p.application_id and a.credit_code is null and p.kind = 'decision-granted';
alter table paper
  add column public_item text generated always as (
    case when not secret and not 'item' = any(withheld) then item end) stored,
  add column search_text text generated always as (
    case when kind = 'decision-granted' and not secret then lower(number
      || case when 'item' = any(withheld) then '' else ' ' || coalesce(item_name, '') end
      || case when of_person or 'holder' = any(withheld) then '' else ' ' || coalesce(holder, '') end)
    end) stored;
drop index paper_published;
create index paper_published on paper (kind, secret, issued_at desc, number desc);`;

const RULE = `
create function paper_rule(application text, entry text, said json)
returns void language plpgsql security definer set search_path from current as $rule$
begin
  if entry = 'publication-ruled' then
    update paper p set secret = (said->>'secret')::boolean,
        withheld = array(select json_array_elements_text(said->'parts'))
      where p.application_id = application
        and regexp_replace(p.reference, '-G[0-9]+$', '') = said->>'decision';
  else
    update paper p set of_person = coalesce(said#>>'{content,holder,creditCode}', '') = ''
      where p.reference = said#>>'{paper,number}';
    update paper p set secret = r.secret, withheld = r.withheld from paper r
      where p.reference = said#>>'{paper,number}' and r.reference = said#>>'{content,corrects,number}';
  end if;
end $rule$;
revoke execute on function paper_rule(text, text, json) from public;`;

/** Triggers run in the order of their names: the papers of the statement are in the register by then. */
const TRIGGER = `
create function papers_rule() returns trigger language plpgsql security definer set search_path from current as $all$
declare
  entry record;
begin
  for entry in
    select a.aggregate_id, a.name, a.payload::json as said from added a
    where a.aggregate = 'application' and a.payload is not null and (a.name = 'publication-ruled'
      or a.name = 'paper-issued' and (a.payload::json#>>'{content,corrects,number}' is not null
        or coalesce(a.payload::json#>>'{content,holder,creditCode}', '') = ''))
    order by a.id
  loop
    perform paper_rule(entry.aggregate_id, entry.name, entry.said);
  end loop;
  return null;
end $all$;
create trigger papers_rule after insert on journal
  referencing new table as added for each statement execute function papers_rule();`;
