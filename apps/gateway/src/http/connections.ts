import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** More than the streams and a browser's handful for each person at work; the rest is refused before it costs anything. */
const MOST_CONNECTIONS = 5_000;

/**
 * The connections of the door, and which of them wait for an answer. Node's own list takes a connection on which nothing was asked
 * yet for a busy one, and browsers open such connections ahead.
 */
export class Connections {
  private readonly open = new Set<Socket>();
  private readonly busy = new Set<Socket>();

  watch(server: Server): void {
    server.maxConnections = MOST_CONNECTIONS;
    server.on('connection', (socket) => {
      this.open.add(socket);
      socket.once('close', () => this.open.delete(socket));
    });
    server.on('request', ({ socket }, response) => {
      this.busy.add(socket);
      response.once('close', () => this.busy.delete(socket));
    });
  }

  /** Ends those on which nobody waits for an answer. */
  endIdle(): void {
    for (const socket of this.open) if (!this.busy.has(socket)) socket.destroy();
  }

  endAll(): void {
    for (const socket of this.open) socket.destroy();
  }
}
