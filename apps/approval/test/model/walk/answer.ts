import { Refusal, type Actor, type PlainRefusal } from '@onewindow/kernel';
import type { ApprovalProcess } from './a-process.js';
import type { Answer } from './game.js';

/** What came of it; anything but a refusal is thrown. */
export async function answerOf<Told>(
  work: Promise<Told>,
  means: (told: Told) => Answer = () => 'done',
): Promise<Answer> {
  try {
    return means(await work);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error.code, ...error.unmet.map(({ rule }) => rule));
  }
}

/** A command as the gateway sends it. */
export interface Command {
  readonly request: object;
  readonly run: () => Promise<unknown>;
}

/** What is told of each of many. */
type ToldOfEach = readonly { readonly refusal?: PlainRefusal }[];

/** What became of each of many that were asked for in one command. */
export const each = (told: unknown): Answer => ({
  each: (told as ToldOfEach).map(({ refusal }) =>
    refusal === undefined
      ? 'done'
      : refused(refusal.code, ...refusal.unmet.map(({ rule }) => rule)),
  ),
});

/** Sends it under its key, which makes it the same command whenever it is sent. */
export const sendTo = (
  process: ApprovalProcess,
  key: string,
  actor: Actor,
  { request, run }: Command,
  means?: (told: unknown) => Answer,
): Promise<Answer> => answerOf(process.answer({ key, request, actor }, run), means);

export const refused = (code: string, ...rules: readonly string[]): Answer => ({
  code,
  rules: rules.toSorted(),
});

export const inThisState = refused('action-not-allowed-in-state', 'action-allowed-in-state');

/** The refusal with everything that is not met; none where everything is. */
export function listed(
  code: string,
  unmet: Readonly<Record<string, boolean | number>>,
): Answer | undefined {
  const rules = Object.entries(unmet).flatMap(([rule, times]) =>
    Array.from({ length: Number(times) }, () => rule),
  );
  return rules.length === 0 ? undefined : refused(code, ...rules);
}
