import {
  aggregateTableSql,
  defineStore,
  type AggregateStore,
  type Publications,
} from '@onewindow/journal';
import { knownItemKind, type KnownItem, type KnownItemEvent } from '@onewindow/kernel';
import { ServiceMigration } from '../service-migration.js';

/** What a service keeps of the catalogue; it has heard all of it from intake and says nothing of it. */
export const knownItemStore = (): AggregateStore =>
  defineStore({
    kind: knownItemKind,
    correlationOf: ({ id }) => `catalogue:${id}`,
    publications: { 'item-known': 'private' } satisfies Publications<KnownItemEvent, KnownItem>,
  });

/** The items that a service keeps: it goes on while intake is away. */
export class KnownItems20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(
      aggregateTableSql('known-item', {
        runtimeRole: this.runtimeRole,
        columns: {
          departments: `jsonb generated always as (state->'departments') stored`,
          intermediary_services: `jsonb generated always as (state->'intermediaryServices') stored`,
        },
      }),
    );
    this.addSql('create index known_item_departments on known_item using gin (departments);');
  }
}
