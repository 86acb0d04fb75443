import {
  defineCommand,
  defineEvent,
  defineQuery,
  Flag,
  NestedList,
  Uuid,
  Whole,
} from '@onewindow/contracts';

export class CountRequest {
  @Uuid() id!: string;
  @Whole({ min: 1 }) by!: number;
}

export class CounterRequest {
  @Uuid() id!: string;
}

export class NothingAsked {}

export class CounterValue {
  @Whole() value!: number;
}

export class CounterReading {
  @Whole() value!: number;
  /** How many counts the tally has told back. */
  @Whole() confirmed!: number;
  @Flag() expired!: boolean;
}

export class CounterListed {
  @Uuid() id!: string;
  @Whole() value!: number;
}

export class CounterList {
  @NestedList(() => CounterListed) counters!: CounterListed[];
}

export class TallyReading {
  @Whole() sum!: number;
  @Whole() heard!: number;
  @Flag() expired!: boolean;
}

export class CountedPayload {
  @Uuid() id!: string;
  @Whole() by!: number;
}

export class CounterPayload {
  @Uuid() id!: string;
}

const summary = { zh: '测试用', en: 'For a spec' };
const asked = { version: 1, callers: ['gateway'], permitted: 'anyone', summary } as const;

export const Count = defineCommand({
  ...asked,
  name: 'intake.count',
  request: CountRequest,
  reply: CounterValue,
});

export const ReadCounter = defineQuery({
  ...asked,
  name: 'intake.read-counter',
  request: CounterRequest,
  reply: CounterReading,
});

export const ListCounters = defineQuery({
  ...asked,
  name: 'intake.list-counters',
  request: NothingAsked,
  reply: CounterList,
});

export const ReadTally = defineQuery({
  ...asked,
  name: 'approval.read-tally',
  request: CounterRequest,
  reply: TallyReading,
});

export const Counted = defineEvent({
  name: 'intake.counted',
  version: 1,
  heardBy: ['approval'],
  payload: CountedPayload,
  summary,
});

export const CounterExpired = defineEvent({
  name: 'intake.counter-expired',
  version: 1,
  heardBy: ['approval'],
  payload: CounterPayload,
  summary,
});

export const Tallied = defineEvent({
  name: 'approval.tallied',
  version: 1,
  heardBy: ['intake'],
  payload: CounterPayload,
  summary,
});
