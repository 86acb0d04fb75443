import type { HttpReply } from '../http/exchange.js';

/** Writes server-sent events to one reader. */
export class EventWriter {
  private readonly raw;

  private constructor(reply: HttpReply) {
    this.raw = reply.raw;
  }

  /** Takes the answer over from the framework and begins the stream. */
  static open(reply: HttpReply): EventWriter {
    const headers = reply.getHeaders() as Record<string, string>;
    reply.hijack();
    reply.raw.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      // A proxy that gathers output would hold every event back.
      'x-accel-buffering': 'no',
    });
    reply.raw.flushHeaders();
    return new EventWriter(reply);
  }

  /** The reader takes events more slowly than they come: what is written now only fills memory. */
  get isSlow(): boolean {
    return this.raw.writableNeedDrain;
  }

  /** Called once when the reader is gone, whoever ended it. */
  onClose(listener: () => void): void {
    this.raw.on('error', () => undefined);
    if (this.raw.closed || this.raw.destroyed) listener();
    else this.raw.once('close', listener);
  }

  event(name: string, id: string, json: string): void {
    this.write(`event: ${name}\nid: ${id}\ndata: ${json}\n\n`);
  }

  /** Keeps proxies from taking a quiet stream for a dead one. */
  heartbeat(): void {
    this.write(': \n\n');
  }

  end(): void {
    if (!this.raw.writableEnded) this.raw.end();
  }

  /** Ends it without waiting for a reader that takes nothing. */
  abandon(): void {
    this.raw.destroy();
  }

  private write(text: string): void {
    if (!this.raw.writableEnded && !this.raw.destroyed) this.raw.write(text);
  }
}
