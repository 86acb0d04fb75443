import { comparisonsOf, fieldsOfCondition, holdsFor, type Answers } from '@onewindow/kernel';
import { whenOf, type GuidingQuestion } from './guidance.js';

const MOST_CASES = 2_000;
const MOST_SUBSETS = 8;

/**
 * Answers that no branch of a question takes; undefined where there are none. Conditions compare, so a few answers stand for all:
 * every option, every set of options, and of numbers those around each limit. Where that is too much to try, nothing but a branch
 * without a condition covers the rest, and that is told as `many`.
 */
export function uncoveredBy(
  question: GuidingQuestion,
  questions: ReadonlyMap<string, GuidingQuestion>,
): Answers | 'many' | undefined {
  const conditions = question.next.map(whenOf);
  if (conditions.includes(undefined)) return undefined;
  const known = conditions.filter((when) => when !== undefined);
  const fields = [...new Set([question.id, ...known.flatMap(fieldsOfCondition)])];
  const limits = known.flatMap((when) =>
    comparisonsOf(when, '').map(({ comparison }) => comparison),
  );
  let cases: readonly Answers[] = [{}];
  for (const field of fields) {
    const values = valuesOf(questions.get(field), limits, field);
    if (values === undefined || cases.length * values.length > MOST_CASES) return 'many';
    cases = cases.flatMap((answers) => values.map((value) => ({ ...answers, [field]: value })));
  }
  return cases.find((answers) => known.every((when) => holdsFor(when, answers) !== true));
}

function valuesOf(
  question: GuidingQuestion | undefined,
  limits: readonly object[],
  field: string,
): readonly unknown[] | undefined {
  const options = (question?.options ?? []).map(({ value }) => value);
  switch (question?.kind) {
    case undefined:
      return [];
    case 'single':
      return options;
    case 'multiple':
      return options.length > MOST_SUBSETS ? undefined : subsetsOf(options);
    case 'number':
      return numbersAround(limits, field, question);
  }
}

/** Somebody may tick nothing at all. */
const subsetsOf = (options: readonly string[]): readonly (readonly string[])[] =>
  options.reduce<readonly (readonly string[])[]>(
    (sets, option) => [...sets, ...sets.map((set) => [...set, option])],
    [[]],
  );

function numbersAround(
  limits: readonly object[],
  field: string,
  { minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: GuidingQuestion,
): readonly number[] {
  const named = limits
    .filter((limit) => 'field' in limit && limit.field === field)
    .flatMap((limit) => (Object.values(limit) as unknown[]).flat())
    .filter((value) => typeof value === 'number');
  const around = named.flatMap((value) => [value - 0.5, value, value + 0.5]);
  return [...new Set([minimum, maximum, ...around])].filter(
    (value) => value >= minimum && value <= maximum,
  );
}
