/** What asks a program to end: Ctrl-C, somebody who stops it, a terminal that is closed. */
export const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The exit code that a shell gives to what was interrupted. */
export const INTERRUPTED = 130;

/** Aborts when this process is asked to end. It no longer ends by itself from then on: what it began has to be tidied up. */
export function interruption(): AbortSignal {
  const asked = new AbortController();
  for (const signal of INTERRUPTIONS) process.on(signal, () => asked.abort());
  return asked.signal;
}
