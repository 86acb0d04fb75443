import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Below the ports that systems give to outgoing connections: any of those may be taken before the server comes to listen. */
const OURS = { from: 10_240, before: 32_768 };
const TRIES = 20;

/** A TCP port on the loopback address that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(OURS.from, OURS.before);
    if (await isFreePort(port)) return port;
  }
  const port = await listenOnce(0);
  if (port === undefined) throw new Error('no free port on the loopback address');
  return port;
}

/** Whether a server could listen on this port of the address. */
export async function isFreePort(port: number, host = '127.0.0.1'): Promise<boolean> {
  return (await listenOnce(port, host)) !== undefined;
}

function listenOnce(port: number, host = '127.0.0.1'): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(undefined);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const taken = (server.address() as AddressInfo).port;
      server.close(() => {
        resolve(taken);
      });
    });
  });
}
