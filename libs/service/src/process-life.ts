import type { ServiceLog } from './log.js';

/** Whatever is not finished by then is left to the next start: everything acknowledged is in the database. */
export const STOP_WITHIN_MS = 10_000;

export interface ProcessWork {
  readonly log: ServiceLog;
  readonly start: () => Promise<unknown>;
  /** Stops gently, also while it is starting; called once. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the work of a process and ties it to signals and errors; resolves when the work has started. The first SIGTERM or SIGINT
 * stops gently, the same signal again ends at once (a terminal's SIGINT and a supervisor's SIGTERM for one stop are one each). An
 * error that nobody caught ends the process with code 1: what is in memory cannot be trusted any more, and the supervisor
 * starts it again.
 */
export async function ownProcess({ log, start, stop }: ProcessWork): Promise<void> {
  const end = (code: number): never => {
    log.flush();
    process.exit(code);
  };
  const received = new Set<NodeJS.Signals>();
  const onSignal = (signal: NodeJS.Signals) => {
    if (received.has(signal)) end(1);
    received.add(signal);
    if (received.size > 1) return;
    log.info('stopping', { signal });
    setTimeout(() => {
      log.caution('not everything ended in time', { withinMs: STOP_WITHIN_MS });
      end(1);
    }, STOP_WITHIN_MS).unref();
    stop().then(
      () => end(0),
      (error: unknown) => {
        log.failure('stopping failed', error);
        end(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.failure('ended by an error that nobody caught', error);
      end(1);
    });
  }
  try {
    await start();
  } catch (error) {
    // Being stopped while starting is no failure; the signal ends the process.
    if (received.size > 0) return await new Promise(() => undefined);
    log.failure('could not be started', error);
    end(1);
  }
}
