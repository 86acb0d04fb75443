/** What a place decides about the work of its officers; the law names none of these figures. */
export interface WorkPlaceRules {
  /** Whether whoever acts on a task of the pool has claimed it by that; otherwise it is claimed first. */
  readonly claimByActing: boolean;
  /** Whether whoever took part in a decision that was quashed stays away from the new one. */
  readonly quashedByAnother: boolean;
  /** How many matters of one applicant in a row go to the same officer before another one has a turn 轮岗; 0: any number. */
  readonly mattersInARow: number;
  /** After how many months with an item others go before an officer 轮岗; 0: never. */
  readonly monthsWithAnItem: number;
  /** How much a task counts as open work, and one whose item needs a site visit. */
  readonly weight: { readonly usual: number; readonly siteVisit: number };
}

export const DEFAULT_WORK_RULES: WorkPlaceRules = Object.freeze({
  claimByActing: true,
  quashedByAnother: true,
  mattersInARow: 3,
  monthsWithAnItem: 0,
  weight: Object.freeze({ usual: 1, siteVisit: 2 }),
});

const flag = (value: unknown): boolean => typeof value === 'boolean';

const whole =
  (least: number, most: number) =>
  (value: unknown): boolean =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

const wanted: { readonly [Rule in keyof WorkPlaceRules]: (value: unknown) => boolean } = {
  claimByActing: flag,
  quashedByAnother: flag,
  mattersInARow: whole(0, 100),
  monthsWithAnItem: whole(0, 240),
  weight: (value) =>
    isObject(value) &&
    Object.keys(value).toSorted().join() === 'siteVisit,usual' &&
    Object.values(value).every(whole(1, 20)),
};

/** Whether a place's own rules can be laid over the defaults: known fields only. */
export const areWorkRules = (value: unknown): boolean =>
  isObject(value) &&
  Object.entries(value).every(
    ([rule, each]) => Object.hasOwn(wanted, rule) && wanted[rule as keyof WorkPlaceRules](each),
  );

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
