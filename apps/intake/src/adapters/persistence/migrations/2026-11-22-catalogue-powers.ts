import { ServiceMigration } from '@onewindow/service';

const of = (path: string) => `text generated always as (${path}) stored`;

/** Which agency decides on an item, and which department supervises. */
export class CataloguePowers20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(
      `alter table catalogue_item
        add column deciding_agency ${of(`state#>>'{item,decidingAgency}'`)},
        add column supervising_department ${of(`state#>>'{item,supervisingDepartment}'`)};`,
    );
    this.addSql('create index catalogue_item_deciding on catalogue_item (deciding_agency, id);');
    this.addSql(
      'create index catalogue_item_supervising on catalogue_item (supervising_department, id);',
    );
  }
}
