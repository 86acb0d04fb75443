import { aggregateTableSql } from '@onewindow/journal';
import { searchIndexSql, ServiceMigration } from '@onewindow/service';
import { TASK_FUNCTIONS, TASK_TABLE } from './task-tables.js';

const of = (path: string) => `text generated always as (${path}) stored`;

/** Officers, their rosters, and the tasks that follow from the tracks. A case is also found by its address from here on. */
export class Officers20261122 extends ServiceMigration {
  override up(): void {
    const { runtimeRole } = this;
    const columns = { agency: of(`state->>'agency'`), status: of(`state->>'status'`) };
    this.addSql(aggregateTableSql('officer', { runtimeRole, columns }));
    this.addSql('create index officer_agency on officer (agency, id);');
    this.addSql(aggregateTableSql('roster', { runtimeRole }));
    this.addSql(aggregateTableSql('work-transfer', { runtimeRole }));
    this.addSql(TASK_TABLE(runtimeRole));
    this.addSql(searchIndexSql('task'));
    this.addSql(TASK_FUNCTIONS);
    this.addressesOfCases();
  }

  private addressesOfCases(): void {
    const searched = `lower((state->>'caseNumber') || ' ' || (state#>>'{applicant,name}') || ' ' ||
      (state#>>'{premises,name}') || ' ' || coalesce(state#>>'{premises,address}', ''))`;
    this.addSql('drop index case_search;');
    this.addSql('alter table "case" drop column search_text;');
    this.addSql(`alter table "case" add column search_text ${of(searched)};`);
    this.addSql(searchIndexSql('case'));
  }
}
