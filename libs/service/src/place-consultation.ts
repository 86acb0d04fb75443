import { isRecord, isWhole } from './place-warnings.js';

/** What a department means that lets its term to answer pass. */
const SILENCES = ['agreement', 'no-objection', 'awaited'] as const;

/**
 * How departments are consulted 征求意见. No law of the state sets a term or says what silence means, so all of it is local usage
 * (to be confirmed for each place).
 */
export interface PlaceConsultation {
  /** Working days a department has to answer, where the request does not say otherwise. */
  readonly workingDays: number;
  /** It is reminded so many working days before its term ends. */
  readonly remindWorkingDaysBefore: number;
  /** Silence counts as agreement, is recorded as no objection, or has to be waited out. */
  readonly silence: (typeof SILENCES)[number];
  /** The provision of the place that gives silence its meaning. */
  readonly silenceSource?: string;
}

export const DEFAULT_CONSULTATION: PlaceConsultation = Object.freeze({
  workingDays: 5,
  remindWorkingDaysBefore: 1,
  silence: 'no-objection',
});

const FITS: { readonly [Rule in keyof Required<PlaceConsultation>]: (value: unknown) => boolean } =
  {
    workingDays: (value) => isWhole(value, 1, 30),
    remindWorkingDaysBefore: (value) => isWhole(value, 0, 30),
    silence: (value) => (SILENCES as readonly unknown[]).includes(value),
    silenceSource: (value) => typeof value === 'string' && value.length >= 1 && value.length <= 100,
  };

export const areConsultationRules = (value: unknown): boolean =>
  isRecord(value) &&
  Object.entries(value).every(
    ([rule, of]) => Object.hasOwn(FITS, rule) && FITS[rule as keyof PlaceConsultation](of),
  );
