import { once } from 'node:events';
import type { Client, Connection, Submittable } from 'pg';

const CHUNK_CHARACTERS = 128_000;
const MOST_UNSENT_BYTES = 8_000_000;

/** Lets rows stream into a table, as PostgreSQL's own COPY does; the driver knows the messages and leaves the use to others. */
export class CopyInto implements Submittable {
  private readonly began = Promise.withResolvers<Connection>();
  private readonly ended = Promise.withResolvers<undefined>();
  private gathered = '';
  count = 0;

  constructor(
    client: Client,
    private readonly target: string,
  ) {
    // Whoever adds rows learns it there.
    this.ended.promise.catch(() => undefined);
    client.query(this);
  }

  /** One row, its columns parted by tabs. */
  async add(row: string): Promise<void> {
    this.count += 1;
    this.gathered += `${row}\n`;
    if (this.gathered.length > CHUNK_CHARACTERS) await this.send();
  }

  /** Resolves when the rows are committed. */
  async end(): Promise<void> {
    await this.send();
    const connection = await this.began.promise;
    (connection as Copying).endCopyFrom();
    await this.ended.promise;
  }

  private async send(): Promise<void> {
    const connection = await Promise.race([this.began.promise, this.ended.promise]);
    if (connection === undefined) return;
    (connection as Copying).sendCopyFromChunk(Buffer.from(this.gathered));
    this.gathered = '';
    const { stream } = connection;
    if (stream.writableLength > MOST_UNSENT_BYTES)
      await Promise.race([once(stream, 'drain'), this.ended.promise]);
  }

  submit(connection: Connection): void {
    connection.query(`copy ${this.target} from stdin`);
  }

  handleCopyInResponse(connection: Connection): void {
    this.began.resolve(connection);
  }

  handleCommandComplete(): void {
    // The row count says nothing new.
  }

  handleReadyForQuery(): void {
    this.ended.resolve(undefined);
  }

  handleError(error: Error): void {
    this.ended.reject(error);
  }
}

/** What the driver's connection has beyond its declared type. */
interface Copying extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}
