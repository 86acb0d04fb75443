import { groupOf, linesOf, listOf, textOf, type Draft, type DraftGroup } from './draft-shape.js';

/** What is compared with a field, or how several conditions belong together. */
export const TESTS = [
  'is-true',
  'is-false',
  'equals',
  'equals-number',
  'one-of',
  'at-least',
  'at-most',
  'present',
  'absent',
  'all',
  'any',
  'not',
] as const;
export type Test = (typeof TESTS)[number];

/** A condition of a kind that the form cannot show stays what it is. */
const KEPT = 'kept';

/** Tests whose conditions are made of other conditions. */
export const OF_PARTS: readonly string[] = ['all', 'any', 'not'];
/** Tests that need nothing beside the field. */
export const WITHOUT_VALUE: readonly string[] = ['is-true', 'is-false', 'present', 'absent'];

type Condition = Readonly<Record<string, unknown>>;

/** What is sent for a condition as it was filled in; undefined where there is none. */
export function conditionOf(draft: Draft): Condition | undefined {
  const { test, field, value, parts } = groupOf(draft);
  const name = textOf(field);
  const said = textOf(value);
  switch (test as Test | typeof KEPT | '' | undefined) {
    case 'is-true':
      return { field: name, equals: true };
    case 'is-false':
      return { field: name, equals: false };
    case 'equals':
      return { field: name, equals: said };
    case 'equals-number':
      return { field: name, equals: measured(said) };
    case 'one-of':
      return { field: name, oneOf: linesOf(value) };
    case 'at-least':
      return { field: name, atLeast: measured(said) };
    case 'at-most':
      return { field: name, atMost: measured(said) };
    case 'present':
      return { field: name, present: true };
    case 'absent':
      return { field: name, present: false };
    case 'all':
      return { all: partsOf(parts) };
    case 'any':
      return { any: partsOf(parts) };
    case 'not':
      return { not: partsOf(parts)[0] ?? {} };
    case KEPT:
      return JSON.parse(said) as Condition;
    case '':
    case undefined:
      return undefined;
  }
}

/** The form of a published condition. */
export function draftOfCondition(condition: unknown): DraftGroup {
  if (typeof condition !== 'object' || condition === null) return {};
  const { all, any, not, field, ...comparison } = condition as Condition;
  if (Array.isArray(all)) return { test: 'all', parts: all.map(draftOfCondition) };
  if (Array.isArray(any)) return { test: 'any', parts: any.map(draftOfCondition) };
  if (not !== undefined) return { test: 'not', parts: [draftOfCondition(not)] };
  const draft = draftOfComparison(comparison);
  return typeof field === 'string' && draft !== undefined
    ? { ...draft, field }
    : { test: KEPT, value: JSON.stringify(condition) };
}

function draftOfComparison(comparison: Condition): DraftGroup | undefined {
  const { equals, oneOf, atLeast, atMost, present } = comparison;
  if (typeof equals === 'boolean') return { test: equals ? 'is-true' : 'is-false' };
  if (typeof equals === 'string' && isOneLine(equals)) return { test: 'equals', value: equals };
  if (typeof equals === 'number') return { test: 'equals-number', value: String(equals) };
  if (Array.isArray(oneOf) && oneOf.every((each) => typeof each === 'string' && isOneLine(each)))
    return { test: 'one-of', value: oneOf.join('\n') };
  if (typeof atLeast === 'number') return { test: 'at-least', value: String(atLeast) };
  if (typeof atMost === 'number') return { test: 'at-most', value: String(atMost) };
  if (typeof present === 'boolean') return { test: present ? 'present' : 'absent' };
  return undefined;
}

const partsOf = (parts: Draft): readonly Condition[] =>
  listOf(parts)
    .map(conditionOf)
    .filter((each) => each !== undefined);

const isOneLine = (each: string) => each === each.trim() && each !== '' && !each.includes('\n');

/** What is no number goes as it is: the answer says so at the field. */
const measured = (said: string): number | string =>
  said !== '' && Number.isFinite(Number(said)) ? Number(said) : said;
