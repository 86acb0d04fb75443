import { defineEvent, type EventMessage, type Topology } from '@onewindow/contracts';
import { hears } from '@onewindow/journal';
import { circumstancesInLog } from './circumstances.js';
import { routesIn } from './routes-in.js';

class Payload {
  text!: string;
}

const said = <Name extends `${'intake' | 'supervision'}.${string}`>(name: Name) =>
  defineEvent({
    name,
    version: 1,
    heardBy: ['approval'],
    payload: Payload,
    summary: { zh: '事实', en: 'A fact' },
  });

const topology: Topology = {
  region: '990100',
  participants: [
    { service: 'intake', instance: 'centre', account: 'CENTRE' },
    { service: 'approval', instance: 'bureau', account: 'CENTRE' },
    { service: 'supervision', instance: 'parks', account: 'PARKS' },
    { service: 'supervision', instance: 'streets', account: 'STREETS' },
  ],
};

const nothing = async () => undefined;

describe('The routes that a service hears', () => {
  it('are one for each instance of a service that says something to it', () => {
    const routes = routesIn('approval', topology, [
      hears(said('intake.filed'), nothing),
      hears(said('supervision.found'), nothing),
      hears(said('supervision.proposed'), nothing),
    ]);

    expect(
      routes.map(({ producer, subscriptions }) => [
        producer,
        subscriptions.map((each) => each.contract.name),
      ]),
    ).toEqual([
      ['intake-centre', ['intake.filed']],
      ['supervision-parks', ['supervision.found', 'supervision.proposed']],
      ['supervision-streets', ['supervision.found', 'supervision.proposed']],
    ]);
  });

  it('are refused where the contract does not know of the hearer', () => {
    expect(() => routesIn('intake', topology, [hears(said('intake.filed'), nothing)])).toThrow(
      'intake.filed.v1 is not declared to be heard by intake',
    );
  });

  it('let the log name the case that a message is about', async () => {
    let seen: unknown;
    const look = async () => {
      seen = circumstancesInLog();
    };
    const [route] = routesIn('approval', topology, [hears(said('intake.filed'), look)]);
    await route?.subscriptions[0]?.handle({}, { correlation: 'app-1' } as EventMessage);

    expect(seen).toEqual({ correlation: 'app-1' });
  });
});
