/** Dates that the story's calendar leads to; checked where the clock is simulated. */
export const EXPECTED_DUE = {
  'food-business-permit': '2026-05-22',
  'public-assembly-fire-check': '2026-05-20',
  'large-outdoor-ad': '2026-05-15',
  'drainage-permit': '2026-05-29',
} as const;
/** With the six working days of the water test between. */
export const DRAINAGE_DUE_AFTER_TEST = '2026-06-08';
export const TEST_WORKING_DAYS = 6;

export type ItemCode = keyof typeof EXPECTED_DUE;
