import { defineEvent, Text, Whole, type Topology } from '@onewindow/contracts';
import { aggregateKind, type Change, type Instant } from '@onewindow/kernel';
import { defineStore, publish, type Publications } from '../src/index.js';

/** A small aggregate that has everything: private and published events, one recipient and two, a unique value. */
export interface Thing {
  readonly id: string;
  readonly name?: string;
  readonly count: number;
}

export type ThingEvent =
  | { readonly type: 'thing-made' }
  | { readonly type: 'thing-counted'; readonly by: number }
  | { readonly type: 'thing-told'; readonly words: string }
  | { readonly type: 'thing-told-twice' };

export class ThingToldPayload {
  @Text() thingId!: string;
  @Text({ min: 0, max: 2000 }) words!: string;
  @Whole() count!: number;
}

const summary = { zh: '测试', en: 'A test' };

export const ThingToldV1 = defineEvent({
  name: 'intake.thing-told',
  version: 1,
  heardBy: ['approval', 'supervision'],
  payload: ThingToldPayload,
  summary,
});

export const THING = aggregateKind<Thing, ThingEvent>('thing');

export const thingPublications = {
  'thing-made': 'private',
  'thing-counted': 'private',
  'thing-told': ({ words }, { id, count }) =>
    publish(ThingToldV1, { thingId: id, words, count }, 'approval-bureau'),
  'thing-told-twice': (_event, { id, count }) => [
    publish(ThingToldV1, { thingId: id, words: 'twice', count }, 'approval-bureau'),
    publish(ThingToldV1, { thingId: id, words: 'twice', count }, 'supervision-north'),
  ],
} satisfies Publications<ThingEvent, Thing>;

export const thingStore = defineStore({
  kind: THING,
  correlationOf: ({ id }) => `about-${id}`,
  publications: thingPublications,
});

export const made = (id: string, name?: string): Change<Thing, ThingEvent> => ({
  state: { id, count: 0, ...(name !== undefined && { name }) },
  events: [{ type: 'thing-made' }],
});

export const counted = (thing: Thing, by = 1): Change<Thing, ThingEvent> => ({
  state: { ...thing, count: thing.count + by },
  events: [{ type: 'thing-counted', by }],
});

export const told = (thing: Thing, words = 'hello'): Change<Thing, ThingEvent> => ({
  state: { ...thing, count: thing.count + 1 },
  events: [{ type: 'thing-told', words }],
});

export const topology: Topology = {
  region: '379900',
  participants: [
    { service: 'intake', instance: 'centre', account: 'CENTRE' },
    { service: 'approval', instance: 'bureau', account: 'CENTRE' },
    { service: 'supervision', instance: 'north', account: 'NORTH', departments: ['north'] },
    { service: 'supervision', instance: 'south', account: 'SOUTH', departments: ['south'] },
  ],
};

export const NOW = '2026-02-09T02:12:00.000Z' as Instant;
