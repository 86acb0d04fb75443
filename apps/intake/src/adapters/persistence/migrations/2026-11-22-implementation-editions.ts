import { aggregateTableSql } from '@onewindow/journal';
import { ServiceMigration } from '@onewindow/service';

const of = (path: string) => `text generated always as (${path}) stored`;

/** Editions of implementations that wait for their day, or were replaced. */
export class ImplementationEditions20261122 extends ServiceMigration {
  override up(): void {
    const { runtimeRole } = this;
    this.addSql(
      aggregateTableSql('implementation-edition', {
        runtimeRole,
        columns: {
          implementation: of(`state->>'implementation'`),
          number: `int generated always as ((state->>'number')::int) stored`,
          in_force_since: of(`state->>'inForceSince'`),
        },
      }),
    );
    this.addSql(
      'create unique index implementation_edition_number on implementation_edition (implementation, number);',
    );
  }
}
