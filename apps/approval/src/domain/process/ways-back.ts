import type { Instant } from '@onewindow/kernel';
import type { Track } from '../track/track.js';
import { returnedTo } from './running.js';
import type { StageOfTrack } from './stage.js';

/** The stages to which a track may go back from one of its stages: declared by its definition, done, and done again after that. */
export function waysBackFrom(
  { process, stages = [] }: Pick<Track, 'process' | 'stages'>,
  code: string,
  now: Instant,
): readonly string[] {
  if (process === undefined) return [];
  const declared = process.returns.flatMap(({ from, to }) => (from === code ? [to] : []));
  return stages
    .filter(
      (stage) =>
        declared.includes(stage.code) &&
        isDoneAgain(stage, returnedTo(process, stages, stage.code, now)),
    )
    .map((stage) => stage.code);
}

/** What was left out, or is left out again at once because enough beside it is done, is no stage to go back to. */
export const isDoneAgain = (
  { code, status }: StageOfTrack,
  next: readonly StageOfTrack[],
): boolean =>
  status === 'done' && next.some((each) => each.code === code && each.status === 'active');
