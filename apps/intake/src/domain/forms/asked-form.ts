import {
  askedBy,
  fieldsOfCondition,
  holdsFor,
  type Answers,
  type Condition,
  type Holding,
} from '@onewindow/kernel';
import type { Form } from './form.js';

/** What a form asks of somebody who gave these answers so far. */
export interface Asked {
  /** Fields that are asked, in the order of the form. */
  readonly fields: ReadonlySet<string>;
  /** Fields without whose answer it cannot be told what else is asked. */
  readonly open: readonly string[];
  /** Whether a condition holds, where a field that is not asked makes it false and not unknown. */
  readonly holds: (condition: Condition) => Holding;
}

/** Follows the conditions of a form: a field that is not asked has no answer, and nothing is guessed for one that is. */
export function askedFields({ properties }: Form, answers: Answers): Asked {
  const told = new Map<string, Holding>();
  const open = new Set<string>();
  const whenOf = (key: string): Condition | undefined =>
    Object.hasOwn(properties, key) ? properties[key]?.['x-when'] : undefined;

  const isAsked = (key: string): Holding => {
    const known = told.get(key);
    if (known !== undefined) return known;
    // A sound form runs in no circle; of any other the field counts as not asked.
    told.set(key, false);
    const when = whenOf(key);
    const asked = when === undefined ? true : judge(when);
    told.set(key, asked);
    return asked;
  };

  const judge = (condition: Condition): Holding => {
    const unasked = fieldsOfCondition(condition).filter((key) => isAsked(key) === false);
    const holding = holdsFor(condition, without(answers, unasked));
    if (holding !== 'unknown') return holding;
    const missing = askedBy(condition, without(answers, unasked));
    const waiting = missing.filter((key) => !unasked.includes(key));
    if (waiting.length === 0) return false;
    for (const key of waiting) if (isAsked(key) === true) open.add(key);
    return 'unknown';
  };

  const fields = Object.keys(properties).filter((key) => isAsked(key) === true);
  return {
    fields: new Set(fields),
    get open() {
      return [...open];
    },
    holds: judge,
  };
}

const without = (answers: Answers, keys: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key)));
