import { Refusal } from '@onewindow/kernel';

/** An error as the log may show it. */
export interface ErrorInLog {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly at?: string;
}

/**
 * Leaves out what may hold personal data: PostgreSQL tells whole rows in `detail`, MikroORM writes the
 * statement with its values into the message, a refusal may quote the request.
 */
export function withoutContents(error: unknown): ErrorInLog {
  if (!(error instanceof Error)) return { name: 'NotAnError', message: typeof error };
  const { name, stack } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const at = stack === undefined ? {} : { at: framesOf(stack) };
  return { name, message: messageOf(error), ...code, ...at };
}

function messageOf(error: Error): string {
  if (error instanceof Refusal) return error.unmet.map((each) => each.rule).join(', ');
  const statement = 'sqlMessage' in error || 'previous' in error;
  const text = statement ? (error.message.split(' - ').at(-1) ?? '') : error.message;
  return text.slice(0, 300);
}

const framesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
    .join(' | ');
