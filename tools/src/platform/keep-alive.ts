import { setTimeout as pause } from 'node:timers/promises';
import { crashesInARow, pauseAfter } from './back-off.js';

/** A server of ours that may end by itself. */
export interface Endable {
  readonly pid: number | undefined;
  start(): Promise<void>;
  onUnexpectedEnd(listener: () => void): void;
}

/** Starts a server again each time it ends although nobody stopped it, with growing pauses; returns what ends that. */
export function keepAlive(name: string, server: Endable, tell: (line: string) => void): () => void {
  let isWanted = true;
  let crashes = 0;
  let startedAt = Date.now();

  const isMissing = () => isWanted && server.pid === undefined;

  async function again(): Promise<void> {
    while (isMissing()) {
      crashes = crashesInARow(crashes, Date.now() - startedAt);
      const wait = pauseAfter(crashes);
      tell(`${name} ended and is started again in ${wait} ms`);
      await pause(wait);
      if (isMissing()) await tryStart();
    }
  }

  async function tryStart(): Promise<void> {
    startedAt = Date.now();
    try {
      await server.start();
    } catch (error) {
      tell(`${name} does not start: ${(error as Error).message}`);
    }
  }

  server.onUnexpectedEnd(() => void again());
  return () => {
    isWanted = false;
  };
}
