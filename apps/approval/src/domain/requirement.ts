import type { UnmetRule } from '@onewindow/kernel';

/** A named requirement: what is said when it is unmet, the article behind it, and when it holds. */
export interface Requirement<Situation> extends UnmetRule {
  readonly holds: (situation: Situation) => boolean;
}

/** All that do not hold: nobody should discover them one refusal at a time. */
export const unmetOf = <Situation>(
  requirements: readonly Requirement<Situation>[],
  situation: Situation,
): UnmetRule[] => requirements.flatMap(({ holds, ...unmet }) => (holds(situation) ? [] : [unmet]));
