import { defineEntity, p } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Module } from '@nestjs/common';
import { answers } from '@onewindow/bus';
import {
  aggregateTableSql,
  defineStore,
  hears,
  onDeadline,
  publish,
  type Ledger,
} from '@onewindow/journal';
import { addMilliseconds, aggregateKind, type Clock } from '@onewindow/kernel';
import {
  CLOCK,
  ENTITY_MANAGER,
  LEDGER,
  SERVICE_PARTS,
  ServiceMigration,
  type ServiceDefinition,
  type ServiceParts,
} from '../../src/index.js';
import { Count, Counted, CounterExpired, ListCounters, ReadCounter, Tallied } from './contracts.js';

interface Counter {
  readonly id: string;
  readonly value: number;
  readonly confirmed: number;
  readonly expired: boolean;
}

type CounterEvent =
  | { readonly type: 'counted'; readonly by: number }
  | { readonly type: 'expired' }
  | { readonly type: 'confirmed' };

const COUNTER = aggregateKind<Counter, CounterEvent>('counter');
const HOUR_MS = 3_600_000;

const store = defineStore<Counter, CounterEvent>({
  kind: COUNTER,
  correlationOf: ({ id }) => id,
  publications: {
    counted: ({ by }, { id }) => publish(Counted, { id, by }),
    expired: (_, { id }) => publish(CounterExpired, { id }),
    confirmed: 'private',
  },
});

const row = defineEntity({
  name: 'CounterRow',
  tableName: 'counter',
  properties: { id: p.string().primary(), value: p.integer() },
});

class Counters0001 extends ServiceMigration {
  override up(): void {
    const columns = { value: "int generated always as ((state->>'value')::int) stored" };
    this.addSql(aggregateTableSql('counter', { runtimeRole: this.runtimeRole, columns }));
  }
}

const counterParts = (ledger: Ledger, now: Clock, em: EntityManager): ServiceParts => ({
  commands: [
    answers(Count, ({ id, by }) =>
      ledger.transact(async (changes) => {
        const found = await changes.find(COUNTER, id);
        const before = found ?? { id, value: 0, confirmed: 0, expired: false };
        const state = { ...before, value: before.value + by };
        const change = { state, events: [{ type: 'counted', by } as const] };
        if (found === undefined) {
          changes.create(COUNTER, id, change);
          changes.arm(COUNTER, id, { kind: 'expiry', dueAt: addMilliseconds(now(), HOUR_MS) });
        } else changes.save(COUNTER, id, change);
        return { value: state.value };
      }),
    ),
    answers(ReadCounter, async ({ id }) => {
      const found = await ledger.read(COUNTER, id);
      return found ?? { value: 0, confirmed: 0, expired: false };
    }),
    answers(ListCounters, async () => ({
      counters: await em.fork().find(row, {}, { orderBy: { id: 'asc' } }),
    })),
  ],
  subscriptions: [
    hears(Tallied, ({ id }) =>
      ledger.transact(async (changes) => {
        const state = await changes.load(COUNTER, id);
        const confirmed = state.confirmed + 1;
        changes.save(COUNTER, id, {
          state: { ...state, confirmed },
          events: [{ type: 'confirmed' }],
        });
      }),
    ),
  ],
  deadlines: [
    onDeadline(COUNTER, 'expiry', (id) =>
      ledger.transact(async (changes) => {
        const state = await changes.load(COUNTER, id);
        changes.save(COUNTER, id, {
          state: { ...state, expired: true },
          events: [{ type: 'expired' }],
        });
      }),
    ),
  ],
});

/** Counts what it is told, tells the tally, and gives up a counter after an hour. */
@Module({
  providers: [
    { provide: SERVICE_PARTS, inject: [LEDGER, CLOCK, ENTITY_MANAGER], useFactory: counterParts },
  ],
})
export class CounterModule {}

export const counterService: ServiceDefinition = {
  service: 'intake',
  stores: () => [store],
  entities: [row],
  migrations: [Counters0001],
};
