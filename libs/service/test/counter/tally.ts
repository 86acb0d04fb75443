import { Module } from '@nestjs/common';
import { answers } from '@onewindow/bus';
import { aggregateTableSql, defineStore, hears, publish, type Ledger } from '@onewindow/journal';
import { aggregateKind, defineRefusals } from '@onewindow/kernel';
import {
  LEDGER,
  SERVICE_PARTS,
  ServiceMigration,
  type ServiceDefinition,
  type ServiceParts,
} from '../../src/index.js';
import { Counted, CounterExpired, ReadTally, Tallied } from './contracts.js';

interface Tally {
  readonly id: string;
  readonly sum: number;
  readonly heard: number;
  readonly expired: boolean;
}

type TallyEvent = { readonly type: 'tallied' } | { readonly type: 'closed' };

const TALLY = aggregateKind<Tally, TallyEvent>('tally');

/** A tally does not believe more than this, so that a spec can have a message parked. */
const MOST = 1_000;

const tallyRefusals = defineRefusals({
  'too-much-at-once': { kind: 'unmet', zh: '一次计数过多。', en: 'Too much at once.' },
});

const store = defineStore<Tally, TallyEvent>({
  kind: TALLY,
  correlationOf: ({ id }) => id,
  publications: { tallied: (_, { id }) => publish(Tallied, { id }), closed: 'private' },
});

class Tallies0001 extends ServiceMigration {
  override up(): void {
    this.addSql(aggregateTableSql('tally', { runtimeRole: this.runtimeRole }));
  }
}

const empty = (id: string): Tally => ({ id, sum: 0, heard: 0, expired: false });

const tallyParts = (ledger: Ledger): ServiceParts => ({
  commands: [answers(ReadTally, async ({ id }) => (await ledger.read(TALLY, id)) ?? empty(id))],
  subscriptions: [
    hears(Counted, ({ id, by }) =>
      ledger.transact(async (changes) => {
        if (by > MOST) throw tallyRefusals.refuse('too-much-at-once');
        const found = await changes.find(TALLY, id);
        const { sum, heard, expired } = found ?? empty(id);
        const state = { id, sum: sum + by, heard: heard + 1, expired };
        const change = { state, events: [{ type: 'tallied' } as const] };
        if (found === undefined) changes.create(TALLY, id, change);
        else changes.save(TALLY, id, change);
      }),
    ),
    hears(CounterExpired, ({ id }) =>
      ledger.transact(async (changes) => {
        const state = await changes.load(TALLY, id);
        changes.save(TALLY, id, {
          state: { ...state, expired: true },
          events: [{ type: 'closed' }],
        });
      }),
    ),
  ],
  deadlines: [],
});

/** Adds up what the counter tells, and tells it that it did. */
@Module({
  providers: [{ provide: SERVICE_PARTS, inject: [LEDGER], useFactory: tallyParts }],
})
export class TallyModule {}

export const tallyService: ServiceDefinition = {
  service: 'approval',
  stores: () => [store],
  entities: [],
  migrations: [Tallies0001],
};
