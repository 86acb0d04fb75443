import { headers } from '@nats-io/transport-node';
import type { ParticipantToken } from '@onewindow/contracts';
import type { Person, Refusal } from '@onewindow/kernel';
import {
  ActorTokenSigner,
  ActorTokenVerifier,
  type Answering,
  answers,
  type Around,
  CommandServer,
  makeGatewayKey,
} from '../src/index.js';
import { aBus } from './a-bus.js';
import { APPROVAL, Echo, GATEWAY, OpenEcho, topology } from './spec-network.js';

export const anApprover: Person = {
  kind: 'person',
  id: 'p1',
  name: '王芳',
  roles: ['approver'],
  region: '990100',
  department: 'bureau',
};

export interface ServeOptions {
  readonly around?: Around;
  readonly maxInFlight?: number;
  readonly maxInFlightOfCaller?: number;
  readonly maxInFlightOfDepartment?: number;
}

/** A broker on which participants answer for as long as one spec takes. */
export async function aServingBus() {
  const bus = await aBus();
  const key = await makeGatewayKey(GATEWAY);
  const signer = new ActorTokenSigner(key.privateKey);
  const tokens = new ActorTokenVerifier({ keys: [key.publicKey] });
  const closing: (() => Promise<void>)[] = [];

  return {
    bus,
    signer,
    /** The participant answers with these until `closeServers`. */
    async serve(
      self: ParticipantToken,
      answering: readonly Answering[],
      options: ServeOptions = {},
    ): Promise<CommandServer> {
      const connection = await bus.connectAs(self, 'commands');
      const server = new CommandServer({
        connection,
        topology,
        answers: answering,
        tokens,
        log: bus.log,
        ...options,
      });
      await server.listen((error) => {
        if (error !== undefined) throw error as Error;
      });
      closing.push(() => server.close());
      return server;
    },
    async closeServers(): Promise<void> {
      for (const close of closing.splice(0)) await close();
    },
    asPerson: (who: Person = anApprover, audience: ParticipantToken = APPROVAL) => ({
      actorToken: (requestHash: string) => signer.sign(who, { audience, requestHash }),
    }),
    /** A request with every byte and header chosen by the spec; tells the code of the refusal. */
    async rawAsk(
      caller: ParticipantToken,
      subject: string,
      body: string | Uint8Array,
      given: Readonly<Record<string, string>> = {},
    ): Promise<string> {
      const { nats } = await bus.connectAs(caller, 'commands');
      const carried = headers();
      for (const [name, value] of Object.entries(given)) carried.set(name, value);
      const answer = await nats.request(subject, body, { timeout: 30_000, headers: carried });
      const read = answer.json<{ ok: boolean; refusal?: { code: string } }>();
      return read.ok ? 'answered' : (read.refusal?.code ?? 'no code');
    },
  };
}

export type ServingBus = Awaited<ReturnType<typeof aServingBus>>;

export const echoes = (): readonly Answering[] => [
  answers(Echo, async ({ text }, { actor }) => ({ text: `${actor.id}: ${text}` })),
  answers(OpenEcho, async ({ text }, { actor, caller }) => ({
    text: `${actor.kind} ${caller}: ${text}`,
  })),
];

export const codeOf = async (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error as Refusal).code,
  );
