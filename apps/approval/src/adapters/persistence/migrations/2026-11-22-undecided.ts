import { ServiceMigration } from '@onewindow/service';

const of = (path: string) => `generated always as (${path}) stored`;

/**
 * The undecided tracks of an item in the order of their acceptance: the first of them is found by index, however many were decided.
 * Nothing that is indexed moves before the track is decided, so that its updates touch no index; an index on the state itself did.
 */
export class Undecided20261122 extends ServiceMigration {
  override up(): void {
    this.addSql('drop index track_item;');
    this.addSql(`
alter table track
  add column item text ${of(`state->>'item'`)},
  add column undecided boolean ${of(`state->>'status' not in ('granted', 'refused', 'withdrawn')`)},
  add column region text,
  add column accepted_at text collate "C";`);
    this.addSql(FILED_WITH_ITS_CASE);
    this.addSql(
      `update track t set region = c.region, accepted_at = c.accepted_at from "case" c where c.id = t.case_number;`,
    );
    this.addSql(
      `create index track_undecided on track (item, region, accepted_at, case_number collate "C") where undecided;`,
    );
  }
}

/** Where and when a case was accepted stays as it is from its first day; each of its tracks takes it over with its own row. */
const FILED_WITH_ITS_CASE = `
create function filed_with_its_case() returns trigger
language plpgsql security definer set search_path from current as $filed$
begin
  select c.region, c.accepted_at into new.region, new.accepted_at
  from "case" c where c.id = new.state->>'caseNumber';
  return new;
end
$filed$;

create trigger filed_with_its_case before insert on track
  for each row execute function filed_with_its_case();
`;
