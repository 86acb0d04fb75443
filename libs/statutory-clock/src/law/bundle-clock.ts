import type { ClockRule } from './clock-rule.js';
import { STATUTORY } from './clock-rule.js';

/** How several agencies handle one matter; only unified, joint or centralised handling is article 26②. */
export type BundleHandling = 'joint' | 'side-by-side';

/**
 * The clock of a bundle, 45 + 15 days, or null: only joint handling under 许可法 26② has one (42②).
 * It runs beside the clocks of the tracks and lengthens none of them.
 */
export const bundleRule = (handling: BundleHandling): ClockRule | null =>
  handling === 'joint' ? STATUTORY.jointDecision : null;
