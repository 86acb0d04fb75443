import type { Message, UnmetRule } from './refusal.js';

/** What somebody answered, by the key of the field. A list holds the several answers to one question. */
export type Answers = Readonly<Record<string, unknown>>;

export type Answer = string | number | boolean;

/** A condition on answers, as data: bundles, forms, decision trees and processes are written in it. */
export type Condition =
  | { readonly field: string; readonly equals: Answer }
  | { readonly field: string; readonly oneOf: readonly Answer[] }
  | { readonly field: string; readonly atLeast: number }
  | { readonly field: string; readonly atMost: number }
  | { readonly field: string; readonly present: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export type Holding = boolean | 'unknown';

/**
 * Whether a condition holds for what was answered. Where the answer that it turns on is missing, or is no number
 * although it is measured, that is unknown and has to be asked: nobody guesses it. Only `present` speaks of the missing
 * answer itself. Of several answers to one question one is enough.
 */
export function holdsFor(condition: Condition, answers: Answers): Holding {
  if ('all' in condition) return everyOf(condition.all, answers);
  if ('any' in condition) return opposite(everyOf(condition.any.map(negated), answers));
  if ('not' in condition) return opposite(holdsFor(condition.not, answers));
  const given = answerTo(condition.field, answers);
  if ('present' in condition) return (given !== undefined) === condition.present;
  if (given === undefined) return 'unknown';
  if ('equals' in condition) return severalOf(given).includes(condition.equals);
  if ('oneOf' in condition) {
    return severalOf(given).some((each) => (condition.oneOf as readonly unknown[]).includes(each));
  }
  if (typeof given !== 'number') return 'unknown';
  return 'atLeast' in condition ? given >= condition.atLeast : given <= condition.atMost;
}

/** The fields that have to be asked before a condition can be told; none where it already can. */
export function askedBy(condition: Condition, answers: Answers): readonly string[] {
  if (holdsFor(condition, answers) !== 'unknown') return [];
  if ('all' in condition) return distinct(condition.all.flatMap((each) => askedBy(each, answers)));
  if ('any' in condition) return distinct(condition.any.flatMap((each) => askedBy(each, answers)));
  return 'not' in condition ? askedBy(condition.not, answers) : [condition.field];
}

/** Every field that a condition speaks of, once. */
export function fieldsOfCondition(condition: Condition): readonly string[] {
  if ('all' in condition) return distinct(condition.all.flatMap(fieldsOfCondition));
  if ('any' in condition) return distinct(condition.any.flatMap(fieldsOfCondition));
  return 'not' in condition ? fieldsOfCondition(condition.not) : [condition.field];
}

/** Every comparison inside a condition with where it stands, for whoever knows what its field may hold. */
export function comparisonsOf(
  condition: Condition,
  path: string,
): readonly { readonly path: string; readonly comparison: Comparison }[] {
  if ('not' in condition) return comparisonsOf(condition.not, `${path}.not`);
  if ('field' in condition) return [{ path, comparison: condition }];
  const [key, parts] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
  return parts.flatMap((each, at) => comparisonsOf(each, `${path}.${key}.${at}`));
}

export type Comparison = Extract<Condition, { readonly field: string }>;

const answerTo = (field: string, answers: Answers): unknown => {
  // Own fields only: a field named `constructor` is answered by nobody.
  const given = Object.hasOwn(answers, field) ? answers[field] : undefined;
  return given === null || given === '' ? undefined : given;
};

const severalOf = (given: unknown): readonly unknown[] =>
  Array.isArray(given) ? (given as readonly unknown[]) : [given];

const negated = (not: Condition): Condition => ({ not });

const opposite = (holding: Holding): Holding => (holding === 'unknown' ? holding : !holding);

function everyOf(conditions: readonly Condition[], answers: Answers): Holding {
  const holdings = conditions.map((each) => holdsFor(each, answers));
  if (holdings.includes(false)) return false;
  return holdings.includes('unknown') ? 'unknown' : true;
}

const distinct = (fields: readonly string[]): readonly string[] => [...new Set(fields)];

/** The key of a field: `siteArea`. */
export const FIELD_KEY_PATTERN = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

const DEEPEST = 8;
const MOST_PARTS = 50;
const LONGEST_TEXT = 200;

/** Everything that is wrong with what was handed in as a condition; nothing: it is one. */
export function unmetOfCondition(value: unknown, path: string, depth = 1): readonly UnmetRule[] {
  if (depth > DEEPEST) return [fault('condition-nesting', path, TOO_DEEP)];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [fault('condition-shape', path, SHAPE)];
  }
  const given = value as Readonly<Record<string, unknown>>;
  const [key, ...more] = Object.keys(given).filter((each) => each !== 'field');
  const alone = more.length === 0 && 'field' in given === COMPARISONS.has(key ?? '');
  if (key === undefined || !alone) return [fault('condition-shape', path, SHAPE)];
  if (key === 'not') return unmetOfCondition(given[key], `${path}.not`, depth + 1);
  if (key === 'all' || key === 'any') return unmetOfParts(given[key], `${path}.${key}`, depth);
  const named = typeof given['field'] === 'string' && FIELD_KEY_PATTERN.test(given['field']);
  return [
    ...(named ? [] : [fault('condition-field', `${path}.field`, FIELD)]),
    ...(COMPARISONS.get(key)?.(given[key]) === true
      ? []
      : [fault('condition-value', `${path}.${key}`, VALUE)]),
  ];
}

function unmetOfParts(parts: unknown, path: string, depth: number): readonly UnmetRule[] {
  if (!Array.isArray(parts) || parts.length === 0 || parts.length > MOST_PARTS) {
    return [fault('condition-parts', path, PARTS)];
  }
  return parts.flatMap((each, at) => unmetOfCondition(each, `${path}.${at}`, depth + 1));
}

const isAnswer = (value: unknown): boolean =>
  typeof value === 'string'
    ? value !== '' && value.length <= LONGEST_TEXT
    : typeof value === 'boolean' || Number.isFinite(value);

const COMPARISONS: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['equals', isAnswer],
  [
    'oneOf',
    (value: unknown) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.length <= MOST_PARTS &&
      value.every(isAnswer),
  ],
  ['atLeast', (value: unknown) => Number.isFinite(value)],
  ['atMost', (value: unknown) => Number.isFinite(value)],
  ['present', (value: unknown) => typeof value === 'boolean'],
]);

const fault = (rule: string, path: string, message: Message): UnmetRule => ({
  rule,
  message,
  path,
});

const SHAPE: Message = {
  zh: '条件应为 {field, equals|oneOf|atLeast|atMost|present}、{all: […]}、{any: […]} 或 {not: …} 之一，不得混用。',
  en: 'A condition is one of {field, equals|oneOf|atLeast|atMost|present}, {all: […]}, {any: […]} or {not: …}, and nothing beside.',
};
const TOO_DEEP: Message = {
  zh: `条件嵌套不得超过${DEEPEST}层，请拆开。`,
  en: `A condition is nested at most ${DEEPEST} levels; take it apart.`,
};
const PARTS: Message = {
  zh: `请列出1至${MOST_PARTS}个条件。`,
  en: `List 1 to ${MOST_PARTS} conditions.`,
};
const FIELD: Message = {
  zh: '字段名以字母开头，只含字母、数字、“_”和“-”，不超过60个字符。',
  en: 'The key of a field begins with a letter and has at most 60 letters, digits, "_" and "-".',
};
const VALUE: Message = {
  zh: 'equals 为文本、数字或是/否；oneOf 为其列表；atLeast、atMost 为数字；present 为是/否。',
  en: 'equals takes a text, a number or a yes/no; oneOf a list of them; atLeast and atMost a number; present a yes/no.',
};
