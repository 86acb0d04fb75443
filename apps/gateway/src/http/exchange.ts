import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Visitor } from '../sign-in/visitor.js';

/** What our code uses of a Fastify request. */
export interface HttpRequest {
  /** UUID of this request; the answer, the log and the services know it by this. */
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly ip: string;
  readonly headers: IncomingHttpHeaders;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly raw: IncomingMessage;
  /** Who asks, found out before anything else. */
  visitor: Visitor;
}

/** What our code uses of a Fastify reply. */
export interface HttpReply {
  readonly sent: boolean;
  readonly raw: ServerResponse;
  code(status: number): this;
  header(name: string, value: string): this;
  headers(values: Readonly<Record<string, string>>): this;
  getHeaders(): Readonly<Record<string, number | string | string[] | undefined>>;
  send(body?: unknown): this;
  /** From here on our code writes to `raw` itself. */
  hijack(): this;
}
