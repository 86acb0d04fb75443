import type { Findings } from '../findings.js';
import { isMessage, isUnmet, pathFindings, STABLE_CODE, type Unmet } from '../unmet-check.js';
import { ANSWERED_WITHIN_MS, type BusAnswer } from './bus-caller.js';

export interface ExpectedAnswer {
  readonly code: string | readonly string[];
  readonly path?: string;
}

interface Refused {
  readonly ok?: unknown;
  readonly retryable?: unknown;
  readonly refusal?: {
    readonly code?: unknown;
    readonly kind?: unknown;
    readonly message?: unknown;
    readonly unmet?: readonly Unmet[];
  };
}

/** What is wrong with an answer that has to be this refusal. */
export function answerFindings(answer: BusAnswer, expected: ExpectedAnswer): Findings {
  const { ok, retryable, refusal } = (answer.json ?? {}) as Refused;
  const codes = [expected.code].flat();
  const told = answer.silence ?? answer.text.slice(0, 300);
  if (!codes.includes(String(refusal?.code)))
    return [`expected ${codes.join(' or ')}, got ${told}`];
  const { kind, message, unmet } = refusal ?? {};
  const rules = {
    'it is taken for a success': ok === false,
    'it does not say whether to try again': typeof retryable === 'boolean',
    'the code is not stable': STABLE_CODE.test(String(refusal?.code)),
    'it has no sort': typeof kind === 'string',
    'no sentence in both languages': isMessage(message),
    'no list of unmet rules': Array.isArray(unmet) && unmet.every(isUnmet),
    'it came late': answer.ms < ANSWERED_WITHIN_MS,
  };
  return [
    ...Object.entries(rules).flatMap(([finding, holds]) => (holds ? [] : [finding])),
    ...pathFindings(unmet ?? [], expected.path),
  ].map((each) => `${each}: ${told}`);
}
