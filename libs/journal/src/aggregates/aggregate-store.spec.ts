import type { Topology } from '@onewindow/contracts';
import { recipientsOf } from '../ledger/recipients.js';
import {
  THING,
  ThingToldV1,
  thingStore,
  topology,
  type Thing,
  type ThingEvent,
} from '../../test/thing.js';
import { defineStore } from './aggregate-store.js';
import { publish, type Publications } from './publications.js';

const payload = { thingId: 'one', words: 'hello', count: 1 };

describe('What is told about an aggregate', () => {
  it('is nothing for a private event and one publication for each recipient of another', () => {
    const thing: Thing = { id: 'one', count: 3 };

    expect(thingStore.publicationsOf({ type: 'thing-made' }, thing)).toEqual([]);
    expect(
      thingStore.publicationsOf({ type: 'thing-told-twice' }, thing).map((each) => each.to),
    ).toEqual(['approval-bureau', 'supervision-north']);
  });

  it('has to be declared for every event', () => {
    // @ts-expect-error an event is forgotten
    const forgetful: Publications<ThingEvent, Thing> = { 'thing-made': 'private' };
    const store = defineStore({
      kind: THING,
      correlationOf: ({ id }) => id,
      publications: forgetful,
    });

    expect(() => store.publicationsOf({ type: 'thing-told' }, {})).toThrow('does not declare');
  });

  it('has the shape of its contract', () => {
    // @ts-expect-error a number is expected
    publish(ThingToldV1, { ...payload, count: '1' });
    // @ts-expect-error a field is missing
    publish(ThingToldV1, { thingId: 'one', words: 'hello' });

    expect(publish(ThingToldV1, payload)).toEqual({ contract: ThingToldV1, payload });
  });
});

describe('The recipients of a publication', () => {
  const self = 'intake-centre';
  const without = (service: string): Topology => ({
    ...topology,
    participants: topology.participants.filter((each) => each.service !== service),
  });

  it('are the sole instances of the services that hear it', () => {
    expect(recipientsOf(topology, self, publish(ThingToldV1, payload))).toEqual([
      'approval-bureau',
    ]);
  });

  it('are whoever it names', () => {
    const told = publish(ThingToldV1, payload, 'supervision-south');

    expect(recipientsOf(topology, self, told)).toEqual(['supervision-south']);
  });

  it('are nobody where no such service is deployed', () => {
    const lonely = without('approval');
    const alone = { ...lonely, participants: lonely.participants.slice(0, 1) };

    expect(recipientsOf(alone, self, publish(ThingToldV1, payload))).toEqual([]);
  });

  it('have to be named where a service has several instances', () => {
    const told = publish(ThingToldV1, payload);

    expect(() => recipientsOf(without('approval'), self, told)).toThrow('which instance');
  });

  it('may not be somebody who does not hear it, nor the speaker another', () => {
    expect(() => recipientsOf(topology, self, publish(ThingToldV1, payload, self))).toThrow(
      'not heard by',
    );
    expect(() => recipientsOf(topology, 'approval-bureau', publish(ThingToldV1, payload))).toThrow(
      'not said by',
    );
  });
});
