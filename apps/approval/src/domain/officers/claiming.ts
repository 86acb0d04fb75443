import type { Actor, UnmetRule } from '@onewindow/kernel';
import type { StageOfTrack } from '../process/stage.js';
import type { Track } from '../track/track.js';
import type { Standing } from './act.js';
import { kindOfAct, unmetToAct } from './may-act.js';
import { reviewedIt } from './recusal.js';

/** Everything that keeps somebody from taking a task, whoever has it now: nobody takes from the pool what he could not end. */
export function unmetToClaim(
  track: Track,
  stage: StageOfTrack,
  actor: Actor,
  standing: Standing,
): readonly UnmetRule[] {
  const rules = { ...standing.rules, claimByActing: true };
  return [
    ...unmetToAct(inPool(track, stage), stage.code, actor, { ...standing, rules }),
    ...unmetByReviewing(track, stage, actor),
  ];
}

/** Whoever gave an opinion does not decide on it (许可法 34). */
export const unmetByReviewing = (
  track: Track,
  stage: StageOfTrack,
  { id }: Actor,
): readonly UnmetRule[] =>
  reviewedIt(track, id, kindOfAct(track, stage)) ? [NOT_THE_REVIEWERS] : [];

const inPool = ({ assignments = {}, ...track }: Track, { code }: StageOfTrack): Track => ({
  ...track,
  assignments: Object.fromEntries(Object.entries(assignments).filter(([each]) => each !== code)),
});

const NOT_THE_REVIEWERS: UnmetRule = {
  rule: 'decided-by-another-than-the-reviewer',
  path: 'stage',
  source: '行政许可法 34',
  message: {
    zh: '提出过审查意见的人员不能作出决定，请由本机关的另一位决定人领取。',
    en: 'Whoever gave an opinion on a track does not decide it; another decision officer has to claim this.',
  },
};
