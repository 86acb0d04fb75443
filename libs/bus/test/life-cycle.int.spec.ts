import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { eventually } from '@onewindow/testing';
import {
  answers,
  BusClient,
  CommandServer,
  connect,
  EventStrategy,
  type RouteLoop,
} from '../src/index.js';
import { aBus, type SpecBus } from './a-bus.js';
import { codeOf } from './serving.js';
import { APPROVAL, GATEWAY, OpenEcho, topology } from './spec-network.js';

let bus: SpecBus;

beforeEach(async () => {
  bus = await aBus();
});

afterEach(() => bus.stop());

@Module({})
class SpecModule {}

/** More than the ten attempts after which the client library gives up unless it is told otherwise. */
const LONG_OUTAGE_MS = 5_500;

describe('A connection', () => {
  it('is still tried after an outage in which others would have given up, and tells that it is back', async () => {
    const connection = await bus.connectAs(GATEWAY, 'commands');
    let back = 0;
    connection.onBack(() => (back += 1));
    await bus.server.pause();
    const paused = Date.now();
    await eventually(() => expect(connection.isUp).toBe(false));
    await eventually(() => expect(Date.now() - paused).toBeGreaterThan(LONG_OUTAGE_MS), {
      withinMs: 60_000,
    });

    await bus.server.start();

    await eventually(() => expect([connection.isUp, back]).toEqual([true, 1]));
  });

  it('waits for a broker that is not there yet', async () => {
    const seed = bus.keys[GATEWAY]!.commands.seed;
    await bus.server.pause();
    const connecting = connect({
      url: bus.server.url,
      seed,
      participant: GATEWAY,
      duty: 'commands',
    });
    await expect(
      connect({
        url: bus.server.url,
        seed,
        participant: GATEWAY,
        duty: 'commands',
        waitForBroker: false,
      }),
    ).rejects.toThrow();

    await bus.server.start();

    const connection = await connecting;
    expect(connection.isUp).toBe(true);
    await connection.close();
    expect(connection.isUp).toBe(false);
  });

  it('closes although the broker stands still, and waits for no answer of it', async () => {
    const connection = await bus.connectAs(GATEWAY, 'commands');
    const { pid } = bus.server;
    process.kill(pid!, 'SIGSTOP');
    const started = Date.now();

    await connection.close();

    process.kill(pid!, 'SIGCONT');
    expect(Date.now() - started).toBeLessThan(30_000);
  });
});

describe('An application of Nest', () => {
  it('answers commands and reads events between its start and its end, and ends what it began', async () => {
    const said: string[] = [];
    const loop: RouteLoop = {
      start: () => void said.push('reading'),
      stop: async () => void said.push('stopped'),
    };
    const gate = Promise.withResolvers<{ text: string }>();
    const server = new CommandServer({
      connection: await bus.connectAs(APPROVAL, 'commands'),
      topology,
      log: bus.log,
      answers: () => [answers(OpenEcho, () => gate.promise)],
    });
    const application = await NestFactory.create(SpecModule, new FastifyAdapter(), {
      logger: false,
    });
    application.connectMicroservice({ strategy: server });
    application.connectMicroservice({ strategy: new EventStrategy(() => [loop]) });
    const client = new BusClient(await bus.connectAs(GATEWAY, 'commands'));
    expect(await codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x' }))).toBe('nobody-answers');

    await application.startAllMicroservices();
    const taken = codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x' }));
    await eventually(() => expect(server.inFlight).toBe(1));
    const closing = application.close();
    gate.resolve({ text: '' });
    await closing;

    expect(await taken).toBe('answered');
    expect(said).toEqual(['reading', 'stopped']);
    expect(await codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x' }))).toBe('nobody-answers');
  });

  it('does not start with decorated handlers, which nothing would check', async () => {
    const server = new CommandServer({
      connection: await bus.connectAs(APPROVAL, 'commands'),
      topology,
      log: bus.log,
      answers: [],
    });
    server.addHandler('anything', async () => undefined);

    const error = await new Promise((resolve) => void server.listen(resolve));

    expect(error).toBeInstanceOf(TypeError);
  });
});
