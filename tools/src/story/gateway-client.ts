import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** A definite "no" of the platform, as it came over HTTP. */
export class RefusedByGateway extends Error {
  constructor(
    readonly status: number,
    readonly problem: {
      readonly code: string;
      readonly unmet?: readonly { readonly rule: string }[];
    },
    where: string,
  ) {
    super(`${where} was answered ${status} ${problem.code}: ${JSON.stringify(problem)}`);
  }
}

export interface ClientOptions {
  /** How long a request is tried again while the platform cannot answer; the idempotency key stays the same. */
  readonly patienceMs?: number;
  /** Sends a request; `fetch` unless a spec wants to see or to disturb what is sent. */
  readonly send?: typeof fetch;
}

type Body = Readonly<Record<string, unknown>>;
type Method = 'GET' | 'POST' | 'PUT';

/** Answers that say "not now": a service is being started again, or too much is asked at once. */
const PASSING = new Set([429, 502, 503, 504]);

/** One signed-in person, or the public, at a gateway. */
export class GatewayClient {
  private constructor(
    readonly url: string,
    private readonly token: string | undefined,
    private readonly patienceMs: number,
    private readonly send: typeof fetch,
  ) {}

  static anonymous(
    url: string,
    { patienceMs = 30_000, send = fetch }: ClientOptions = {},
  ): GatewayClient {
    return new GatewayClient(url, undefined, patienceMs, send);
  }

  static async signIn(
    url: string,
    credentials: { readonly account: string; readonly password: string },
    options: ClientOptions = {},
  ): Promise<GatewayClient> {
    const { patienceMs = 30_000, send = fetch } = options;
    const session = await GatewayClient.anonymous(url, options).post<{ token: string }>(
      '/api/session',
      credentials,
    );
    return new GatewayClient(url, session.token, patienceMs, send);
  }

  get<Reply>(path: string): Promise<Reply> {
    return this.request<Reply>('GET', path);
  }

  /** `undefined` where there is nothing at the path, or nothing yet. */
  async getIfFound<Reply>(path: string): Promise<Reply | undefined> {
    try {
      return await this.get<Reply>(path);
    } catch (error) {
      if (error instanceof RefusedByGateway && error.status === 404) return undefined;
      throw error;
    }
  }

  /** The same key again gets the first answer; without one a new key is drawn. */
  post<Reply>(
    path: string,
    body: Body = {},
    idempotencyKey: string = randomUUID(),
  ): Promise<Reply> {
    return this.request<Reply>('POST', path, body, idempotencyKey);
  }

  put<Reply>(path: string, body: Body, idempotencyKey: string = randomUUID()): Promise<Reply> {
    return this.request<Reply>('PUT', path, body, idempotencyKey);
  }

  /** Uploads one file; the receipt is what a command hands in. */
  async upload(name: string, bytes: Uint8Array, mediaType: string): Promise<string> {
    const attempt = () => {
      const form = new FormData();
      form.append('file', new Blob([Buffer.from(bytes)], { type: mediaType }), name);
      return this.send(`${this.url}/api/files`, {
        method: 'POST',
        headers: this.authorization(),
        body: form,
      });
    };
    const { receipt } = await this.untilAnswered<{ receipt: string }>('POST /api/files', attempt);
    return receipt;
  }

  private request<Reply>(
    method: Method,
    path: string,
    body?: Body,
    idempotencyKey?: string,
  ): Promise<Reply> {
    const headers: Record<string, string> = { ...this.authorization() };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
    const init: RequestInit = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    return this.untilAnswered<Reply>(`${method} ${path}`, () =>
      this.send(`${this.url}${path}`, init),
    );
  }

  private authorization(): Record<string, string> {
    return this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
  }

  private async untilAnswered<Reply>(
    where: string,
    attempt: () => Promise<Response>,
  ): Promise<Reply> {
    const end = Date.now() + this.patienceMs;
    for (;;) {
      const outcome = await settle<Reply>(where, attempt);
      if ('reply' in outcome) return outcome.reply;
      if (!outcome.passing || Date.now() >= end) throw outcome.failure;
      await pause(50);
    }
  }
}

type Outcome<Reply> =
  { readonly reply: Reply } | { readonly failure: Error; readonly passing: boolean };

async function settle<Reply>(
  where: string,
  attempt: () => Promise<Response>,
): Promise<Outcome<Reply>> {
  try {
    const response = await attempt();
    const content = (await response.json()) as Reply & { code: string };
    if (response.ok) return { reply: content };
    const failure = new RefusedByGateway(response.status, content, where);
    return { failure, passing: PASSING.has(response.status) };
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    return { failure, passing: true };
  }
}
