import type { Message } from '@onewindow/kernel';
import { clockNameOf, type StoppingProcedure } from '../domain/track/special-procedure-kinds.js';
import { promiseOf, statutoryRule } from '../domain/track/track-clock.js';
import type { Track } from '../domain/track/track.js';

/** What the law calls a special procedure (许可法 45), or the item where its own terms exclude it. */
export function procedureName(
  { terms }: Pick<Track, 'terms'>,
  procedure: StoppingProcedure,
): Message {
  const name = clockNameOf(procedure);
  const { exclusions } = promiseOf(terms) ?? statutoryRule(terms.statutory);
  return exclusions.find((each) => each.procedure === name)?.name ?? { zh: name, en: name };
}
