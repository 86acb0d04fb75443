import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  answeredSubjects,
  connect,
  networkOf,
  provisioningPlan,
  publishedSubjects,
  rightsOf,
  runProvisioner,
  type BusConnection,
  type Duty,
} from '@onewindow/bus';
import { DUTIES } from '@onewindow/bus/broker';
import {
  HUB_ACCOUNT,
  tokenOf,
  type Participant,
  type ParticipantToken,
} from '@onewindow/contracts';
import { aNatsServer, eventually } from '@onewindow/testing';
import { CITY_TOPOLOGY } from '../demonstration/city.js';
import { brokerConfigFor } from './broker-accounts.js';
import { openDataFolder } from './data-folder.js';

const network = networkOf(CITY_TOPOLOGY);
const plan = provisioningPlan(network);
const { participants } = CITY_TOPOLOGY;
const PROVISIONER: ParticipantToken = 'provisioner-centre';
const departments = participants.filter(({ account }) => account !== HUB_ACCOUNT);
const answering = participants.filter(({ service }) => service !== 'gateway');

/** Stands in for the wildcards of a right: a subject that somebody can publish to. */
const concrete = (right: string): string => right.replace(/\*/g, 'v1').replace(/>$/, '1.1.1.1.1');

/** What the broker lets one participant do, with either of its keys. */
const allowed = (participant: Participant, what: 'publish' | 'subscribe'): readonly string[] =>
  DUTIES.flatMap((duty) => rightsOf(network, participant, duty)[what]);

/** What only others may do. The broker's mapping of replies belongs to whoever is asked from another account. */
const ofOthers = (self: Participant, what: 'publish' | 'subscribe'): readonly string[] => {
  const own = new Set(allowed(self, what));
  const others = participants.filter((each) => each !== self);
  return [...new Set(others.flatMap((each) => allowed(each, what)))]
    .filter((right) => !own.has(right) && right !== '_R_.>')
    .toSorted();
};

const apiOf = (stream: string): readonly string[] => [
  ...['CREATE', 'UPDATE', 'PURGE', 'DELETE', 'INFO', 'MSG.GET', 'MSG.DELETE', 'SNAPSHOT'].map(
    (verb) => `$JS.API.STREAM.${verb}.${stream}`,
  ),
  `$JS.API.DIRECT.GET.${stream}`,
  `$JS.API.CONSUMER.CREATE.${stream}`,
  `$JS.API.CONSUMER.CREATE.${stream}.mine`,
  `$JS.API.CONSUMER.DURABLE.CREATE.${stream}.mine`,
  `$JS.API.CONSUMER.LIST.${stream}`,
  `$JS.API.CONSUMER.NAMES.${stream}`,
];

const BEYOND_EVERYBODY = [
  ...plan.streams.flatMap(({ name }) => apiOf(name)),
  ...apiOf('MINE'),
  '$JS.API.INFO',
  '$JS.API.STREAM.LIST',
  '$JS.API.STREAM.NAMES',
  `$JS.API.ACCOUNT.PURGE.${HUB_ACCOUNT}`,
  '$SYS.REQ.SERVER.PING',
  `$SYS.REQ.ACCOUNT.${HUB_ACCOUNT}.JSZ`,
];

let root: string;
let server: Awaited<ReturnType<typeof aNatsServer>>;
let stop: (() => Promise<void>)[] = [];

/** Uses the seed that the platform has put into the participant's secrets. */
async function connectAs(participant: ParticipantToken, duty: Duty): Promise<BusConnection> {
  const seed = readFileSync(openDataFolder(root).secret(participant, `${duty}.seed`), 'utf8');
  const connection = await connect({ url: server.url, seed, participant, duty });
  stop.push(() => connection.close());
  return connection;
}

/** A connection in the hands of somebody who uses it freely, and what the broker refused it. */
async function intruder(participant: ParticipantToken, duty: Duty) {
  const { nats } = await connectAs(participant, duty);
  const refused = new Set<string>();
  void (async () => {
    for await (const status of nats.status()) {
      if (status.type === 'error') refused.add(status.error.message);
    }
  })();
  return { nats, refused: () => [...refused].join('\n') };
}

async function endsOfStreams(): Promise<Record<string, unknown>> {
  const { nats } = await connectAs(PROVISIONER, 'commands');
  const ends: Record<string, unknown> = {};
  for (const { name } of plan.streams) {
    const answer = await nats.request(`$JS.API.STREAM.INFO.${name}`);
    ends[name] = answer.json<{ state: { messages: number; last_seq: number } }>().state.last_seq;
  }
  return ends;
}

/** Every subject on which somebody who answers requests is spoken to from now on. */
async function spokenTo(others: readonly Participant[]): Promise<string[]> {
  const subjects: string[] = [];
  for (const each of others) {
    const { nats } = await connectAs(tokenOf(each), 'commands');
    nats.subscribe(answeredSubjects(tokenOf(each)), {
      callback: (_, message) => void subjects.push(message.subject),
    });
    await nats.flush();
  }
  return subjects;
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'onewindow-credentials-'));
  server = await aNatsServer({ config: brokerConfigFor(CITY_TOPOLOGY, openDataFolder(root)) });
  const provisioner = await runProvisioner({
    url: server.url,
    seed: readFileSync(openDataFolder(root).secret(PROVISIONER, 'commands.seed'), 'utf8'),
    self: PROVISIONER,
    network,
    log: { info: () => undefined, caution: () => undefined, failure: () => undefined },
    everyMs: 200,
  });
  stop.push(() => provisioner.stop());
});

afterEach(async () => {
  const [provisioner, ...connections] = stop;
  for (const close of connections.toReversed()) await close();
  stop = provisioner === undefined ? [] : [provisioner];
});

afterAll(async () => {
  for (const close of stop) await close();
  await server.stop();
  rmSync(root, { recursive: true });
});

describe.each(departments.map((each) => [tokenOf(each), each] as const))(
  "On the city's own broker the credentials of %s",
  (self, department) => {
    it.each(DUTIES)('(%s) publish nothing that is not its own', async (duty) => {
      const { nats, refused } = await intruder(self, duty);
      const subjects = [
        ...ofOthers(department, 'publish').map(concrete),
        ...BEYOND_EVERYBODY,
        `_INBOX.${PROVISIONER}.x`,
      ];
      const before = await endsOfStreams();

      for (const subject of subjects) nats.publish(subject, '{}');
      await nats.flush();

      await eventually(() => {
        const passed = subjects.filter((each) => !refused().includes(`Publish to "${each}"`));
        expect(passed).toEqual([]);
      });
      expect(subjects.length).toBeGreaterThan(100);
      expect(await endsOfStreams()).toEqual(before);
    });

    it.each(DUTIES)('(%s) read nothing that is not its own', async (duty) => {
      const { nats, refused } = await intruder(self, duty);
      const subjects = [
        ...ofOthers(department, 'subscribe'),
        ...participants.map((each) => publishedSubjects(tokenOf(each))),
        ...['>', 'evt.>', 'cmd.>', '_INBOX.>', '_R_.>', '$JS.>', '$SYS.>', 'live.>'],
      ];

      for (const subject of subjects) nats.subscribe(subject, { callback: () => undefined });
      await nats.flush();

      await eventually(() => {
        const passed = subjects.filter((each) => !refused().includes(`Subscription to "${each}"`));
        expect(passed).toEqual([]);
      });
    });

    it('plant nothing through a reply, whatever they may publish to', async () => {
      const others = answering.filter((each) => each !== department);
      const heard = await spokenTo(others);
      const events = plan.streams.map(({ subjects: [all = ''] }) =>
        all.replace(/>$/, `${self}.x.v1`),
      );
      const replies = [
        ...events,
        ...ofOthers(department, 'publish')
          .filter((each) => /^(?:evt|cmd)\./.test(each))
          .map(concrete),
        ...plan.streams.map(({ name }) => `$JS.API.STREAM.PURGE.${name}`),
      ];
      await publishForIt(self);
      const before = await endsOfStreams();

      for (const duty of DUTIES) {
        const { nats } = await connectAs(self, duty);
        // What it says itself it may say; here is tried what the answer to it becomes.
        const speakable = rightsOf(network, department, duty)
          .publish.filter((right) => !right.startsWith('evt.') && !right.startsWith('live.'))
          .map(concrete);
        expect(speakable.length).toBeGreaterThan(0);
        for (const subject of speakable) {
          for (const reply of replies)
            nats.publish(subject, '{"batch":1,"no_wait":true}', { reply });
        }
        await nats.flush();
      }
      await answeredSince(self);

      expect(await endsOfStreams()).toEqual(before);
      expect(heard.filter((subject) => !subject.includes(`.from.${self}.`))).toEqual([]);
      expect(heard.length).toBeGreaterThan(0);
    });
  },
);

/** Something lies in every stream that the department reads, so that there is an answer to plant. */
async function publishForIt(self: ParticipantToken): Promise<void> {
  for (const producer of participants) {
    const subjects = rightsOf(network, producer, 'events').publish.filter(
      (right) => right.startsWith('evt.') && right.includes(`.${self}.`),
    );
    if (subjects.length === 0) continue;
    const { nats } = await connectAs(tokenOf(producer), 'events');
    for (const subject of subjects) {
      for (let index = 0; index < 3; index += 1) await nats.request(subject, '{}');
    }
  }
}

/** The broker works off one connection in order: what is answered now was sent behind everything that was tried. */
async function answeredSince(self: ParticipantToken): Promise<void> {
  for (const duty of DUTIES) await (await connectAs(self, duty)).nats.flush();
  await endsOfStreams();
}
