import { readFileSync } from 'node:fs';
import { headers } from '@nats-io/transport-node';
import { connect, type BusConnection } from '@onewindow/bus';
import type { ParticipantToken } from '@onewindow/contracts';
import type { Platform } from '@onewindow/tools';

/** A message as somebody publishes it who holds a producer's own key and keeps to nothing. */
export interface Planted {
  readonly subject: string;
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the stream said: a planted copy of a message that it knows is not stored again. */
export type Reception = 'stored' | 'duplicate' | 'refused';

const STORED_WITHIN_MS = 30_000;

/** A producer's user for events, past the producer's relay and past its journal. */
export class Planter {
  private constructor(private readonly connection: BusConnection) {}

  static async of({ folder, nats }: Platform, producer: ParticipantToken): Promise<Planter> {
    if (nats === undefined) throw new TypeError('the platform of a journey runs its own broker');
    const seed = readFileSync(folder.secret(producer, 'events.seed'), 'utf8').trim();
    const user = { url: nats.url, seed, participant: producer, duty: 'events' } as const;
    return new Planter(await connect(user));
  }

  async plant({ subject, body, headers: given }: Planted): Promise<Reception> {
    const carried = headers();
    for (const [name, value] of Object.entries(given)) carried.set(name, value);
    try {
      const answer = await this.connection.nats.request(subject, body, {
        headers: carried,
        timeout: STORED_WITHIN_MS,
      });
      const { seq, duplicate } = answer.json<{ seq?: number; duplicate?: boolean }>();
      if (duplicate === true) return 'duplicate';
      return seq === undefined ? 'refused' : 'stored';
    } catch {
      return 'refused';
    }
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}
