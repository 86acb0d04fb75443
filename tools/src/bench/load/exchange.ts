import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

/** One answered request: a durable command, or a look whether something has arrived. */
export interface Answered {
  readonly kind: string;
  readonly isCommand: boolean;
  /** When the answer was in, on the clock of `performance.now()`. */
  readonly at: number;
  readonly ms: number;
}

interface Asked {
  readonly kind: string;
  readonly path: string;
  /** `Authorization` header of whoever asks. */
  readonly as: string;
}

/** Answers that say "not now". */
const PASSING = new Set([429, 502, 503, 504]);
const PATIENCE_MS = 30_000;

/** Requests over connections that stay open; every answer is noted with its duration. */
export class Exchange {
  readonly answered: Answered[] = [];
  /** Answers that said "not now", after which the same command was sent again. */
  refusedForNow = 0;
  private readonly pool: Pool;

  constructor(url: string, connections: number) {
    this.pool = new Pool(url, { connections, pipelining: 1, bodyTimeout: PATIENCE_MS });
  }

  /** Sends a command until it is answered; throws when the answer is a definite no. */
  async command<Reply>(asked: Asked, body: object): Promise<Reply> {
    const { kind, path, as } = asked;
    const began = performance.now();
    const headers = {
      authorization: as,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    };
    const text = JSON.stringify(body);
    for (;;) {
      const { status, content } = await this.send({ path, method: 'POST', headers, body: text });
      if (status === 200) {
        this.note(kind, true, began);
        return JSON.parse(content) as Reply;
      }
      if (!PASSING.has(status) || performance.now() - began > PATIENCE_MS) {
        throw new Error(`${kind} was answered ${status}: ${content}`);
      }
      this.refusedForNow += 1;
      await pause(20);
    }
  }

  /** Looks once; undefined where there is nothing yet. */
  async look<Reply>({ kind, path, as }: Asked): Promise<Reply | undefined> {
    const began = performance.now();
    const { status, content } = await this.send({
      path,
      method: 'GET',
      headers: { authorization: as },
    });
    this.note(kind, false, began);
    if (status === 200) return JSON.parse(content) as Reply;
    if (status === 404) return undefined;
    if (!PASSING.has(status)) throw new Error(`${kind} was answered ${status}: ${content}`);
    this.refusedForNow += 1;
    return undefined;
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }

  private async send(
    request: Parameters<Pool['request']>[0],
  ): Promise<{ status: number; content: string }> {
    const { statusCode, body } = await this.pool.request(request);
    return { status: statusCode, content: await body.text() };
  }

  private note(kind: string, isCommand: boolean, began: number): void {
    const at = performance.now();
    this.answered.push({ kind, isCommand, at, ms: at - began });
  }
}
