import { Client, type Pool } from 'pg';
import { pauseFor } from './pause.js';

/**
 * A task that only one process of a service has at a time: it belongs to whoever holds the lock of its name in the
 * service's database. The lock goes with the connection, so a process that dies or hangs up gives it away.
 */
export class Turn {
  private connection: Client | undefined;
  private held = false;

  constructor(
    private readonly pool: Pool,
    private readonly name: string,
  ) {}

  get isHeld(): boolean {
    return this.held;
  }

  /** Waits for the turn and returns the connection that holds it; undefined when the signal is aborted before. */
  async take(
    signal: AbortSignal,
    standby: { readonly everyMs: number; readonly tell: () => void },
  ): Promise<Client | undefined> {
    const client = await this.connect();
    while (!(await this.isOurs(client))) {
      standby.tell();
      await pauseFor(standby.everyMs, signal);
      if (signal.aborted) return undefined;
    }
    this.held = true;
    return client;
  }

  /** Gives the turn away. A statement that is under way on the connection is cut off. */
  giveBack(): void {
    this.held = false;
    this.connection?.end().catch(() => undefined);
    this.connection = undefined;
  }

  private async connect(): Promise<Client> {
    this.giveBack();
    const client = new Client(this.pool.options);
    const lose = () => {
      if (this.connection === client) this.held = false;
    };
    client.on('error', lose);
    client.on('end', lose);
    this.connection = client;
    await client.connect();
    return client;
  }

  private async isOurs(client: Client): Promise<boolean> {
    const { rows } = await client.query<{ locked: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
      [this.name],
    );
    return rows[0]?.locked === true;
  }
}
