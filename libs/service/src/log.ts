import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.js';
import { withoutContents } from './error-in-log.js';

/** What a line of the log may carry beside its sentence: ids, counts and codes, never names of people and never payloads. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>> & {
  readonly error?: never;
};

export interface LogOptions {
  readonly participant: string;
  readonly level: LogLevel;
  /** Fields of whatever is being done at the moment: correlation, cause, actor id. */
  readonly circumstances: () => LogFields;
  readonly destination?: DestinationStream;
}

/** The structured log of a process; also Nest's logger. One JSON object a line, to standard output. */
export class ServiceLog implements LoggerService {
  private readonly lines: Logger;

  constructor({ participant, level, circumstances, destination }: LogOptions) {
    const options = {
      level,
      base: { participant },
      mixin: () => ({ ...circumstances() }),
      formatters: { level: (label: string) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    };
    this.lines = destination === undefined ? pino(options) : pino(options, destination);
  }

  info(sentence: string, fields: LogFields = {}): void {
    this.lines.info(fields, sentence);
  }

  /** Something that heals by itself or that an administrator should look at. */
  caution(sentence: string, fields: LogFields = {}, error?: unknown): void {
    this.lines.warn({ ...fields, ...inLog(error) }, sentence);
  }

  failure(sentence: string, error: unknown, fields: LogFields = {}): void {
    this.lines.error({ ...fields, ...inLog(error) }, sentence);
  }

  /** Writes out what is buffered; the last thing before the process ends. */
  flush(): void {
    this.lines.flush();
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.fromNest('debug', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.fromNest('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.fromNest('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.fromNest('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.fromNest('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.fromNest('fatal', message, rest);
  }

  /** Nest says the context last; what it says at `log` is about modules and routes, which nobody reads every day. */
  private fromNest(
    level: 'trace' | 'debug' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: readonly unknown[],
  ): void {
    const context = rest.at(-1);
    const fields = typeof context === 'string' ? { part: context } : {};
    if (message instanceof Error) this.lines[level]({ ...fields, ...inLog(message) }, message.name);
    else this.lines[level](fields, typeof message === 'string' ? message : 'an object from Nest');
  }
}

const inLog = (error: unknown) => (error === undefined ? {} : { error: withoutContents(error) });
