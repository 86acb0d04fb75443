import { setTimeout as pause } from 'node:timers/promises';
import { type ParticipantToken, StreamState, type StreamStateReading } from '@onewindow/contracts';
import type { Network } from '../broker/network.js';
import type { BusLog } from '../bus-log.js';
import { busRefusals } from '../bus-refusals.js';
import { answers } from '../commands/answering.js';
import { CommandServer } from '../commands/command-server.js';
import { connect } from '../connect.js';
import { streamName } from '../subjects.js';
import { JetStreamApi } from './jetstream-api.js';
import { type PlanOptions, provisioningPlan } from './plan.js';
import { restore } from './restoration.js';

export interface ProvisionerOptions {
  readonly url: string;
  readonly seed: string;
  readonly self: ParticipantToken;
  readonly network: Network;
  readonly log: BusLog;
  readonly plan?: PlanOptions;
  /** Pause between two looks; 2 s unless said. */
  readonly everyMs?: number;
}

export interface Provisioner {
  /** Everything is there, as of the last look. */
  readonly isReady: boolean;
  stop(): Promise<void>;
}

const EVERY_MS = 2_000;
/** After a look that failed. */
const RETRY_MS = 250;
const FAILED = /^failed /;

/**
 * Makes the streams and durables and restores them for as long as it runs: a deleted or rolled-back store heals without
 * a hand. Nobody else may create anything. Resolves when it looked for the first time.
 */
export async function runProvisioner(options: ProvisionerOptions): Promise<Provisioner> {
  const { network, log, self } = options;
  const connection = await connect({
    url: options.url,
    seed: options.seed,
    participant: self,
    duty: 'commands',
    log,
  });
  const api = new JetStreamApi(connection);
  const plan = provisioningPlan(network, options.plan);
  const looks = new Looks(async () => {
    const done = await restore(api, plan, log);
    for (const each of done.filter((did) => !FAILED.test(did)))
      log.info('Restored.', { did: each });
    return !done.some((each) => FAILED.test(each));
  }, options.everyMs ?? EVERY_MS);
  connection.onBack(() => looks.now());

  const server = new CommandServer({
    connection,
    topology: network.topology,
    log,
    answers: [
      answers(StreamState, async (_request, { caller }) => {
        const found = await endOf(api, streamName(caller));
        if (found !== undefined) return found;
        looks.now();
        throw busRefusals.refuse('busy');
      }),
    ],
  });
  await looks.first;
  await server.listen((error) => {
    if (error !== undefined) throw error as Error;
  });
  return {
    get isReady() {
      return connection.isUp && looks.lastWasGood;
    },
    async stop() {
      await looks.stop();
      await server.close();
      await connection.close();
    },
  };
}

/** Where a stream ends, and what its last message says of itself; undefined where there is no such stream. */
async function endOf(api: JetStreamApi, stream: string): Promise<StreamStateReading | undefined> {
  const found = await api.stream(stream);
  if (found === undefined) return undefined;
  const { created, lastSequence } = found;
  const lastPosition = lastSequence === 0 ? undefined : await api.positionAt(stream, lastSequence);
  return { created, lastSequence, ...(lastPosition !== undefined && { lastPosition }) };
}

/** Looks again and again, at once when somebody asks, and never twice at the same time. */
class Looks {
  readonly first: Promise<void>;
  lastWasGood = false;
  private readonly ended: Promise<void>;
  private readonly stopping = new AbortController();
  private hurry = new AbortController();

  constructor(
    private readonly look: () => Promise<boolean>,
    private readonly everyMs: number,
  ) {
    this.first = this.once();
    this.ended = this.first.then(() => this.goOn());
  }

  now(): void {
    this.hurry.abort();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.hurry.abort();
    await this.ended;
  }

  private async goOn(): Promise<void> {
    while (!this.isStopping()) {
      this.hurry = new AbortController();
      const { signal } = this.hurry;
      const waitMs = this.lastWasGood ? this.everyMs : Math.min(this.everyMs, RETRY_MS);
      await pause(waitMs, undefined, { signal }).catch(() => undefined);
      if (!this.isStopping()) await this.once();
    }
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async once(): Promise<void> {
    this.lastWasGood = await this.look().catch(() => false);
  }
}
