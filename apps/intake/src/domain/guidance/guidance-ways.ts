import { fieldsOfCondition, type UnmetRule } from '@onewindow/kernel';
import { fault } from '../forms/schema-faults.js';
import { walk } from '../walk.js';
import { uncoveredBy } from './coverage.js';
import { whenOf, type GuidanceTree, type GuidingQuestion } from './guidance.js';

/** Every way ends, every question is reached, is asked before it is turned on, and leaves no answer without a way. */
export function unmetOfWays(tree: GuidanceTree): readonly UnmetRule[] {
  const questions = new Map(tree.questions.map((question) => [question.id, question]));
  const { order, circle } = walk([tree.start], (id) =>
    (questions.get(id)?.next ?? []).map(({ to }) => to),
  );
  if (circle !== undefined) {
    return [
      fault(
        'no-circle',
        'questions',
        `问题成环：${circle.join(' → ')}，永远问不完。`,
        `The questions run in a circle: ${circle.join(' → ')}; it would never end.`,
      ),
    ];
  }
  const reached = new Set(order);
  const before = askedBefore(tree.start, order, questions);
  return [
    ...[...tree.questions, ...tree.outcomes]
      .filter(({ id }) => !reached.has(id))
      .map(({ id }) =>
        fault(
          'reached-by-somebody',
          questions.has(id) ? 'questions' : 'outcomes',
          `没有分支通向“${id}”，请接上或删去。`,
          `No branch leads to "${id}"; connect it or take it out.`,
        ),
      ),
    ...tree.questions
      .filter(({ id }) => reached.has(id))
      .flatMap((question) => {
        const at = `questions.${tree.questions.indexOf(question)}.next`;
        const early = question.next.flatMap(({ when, to }, place) => {
          const condition = whenOf({ ...(when && { when }), to });
          const asked = before.get(question.id) ?? new Set();
          return (condition === undefined ? [] : fieldsOfCondition(condition))
            .filter((field) => field !== question.id && !asked.has(field))
            .map((field) =>
              fault(
                'asked-before',
                `${at}.${place}.when`,
                `走到“${question.id}”时不一定问过“${field}”，不能以它为条件。`,
                `"${field}" is not asked on every way to "${question.id}"; nothing can turn on it there.`,
              ),
            );
        });
        return early.length > 0 ? early : unmetOfCoverage(question, questions, at);
      }),
  ];
}

function unmetOfCoverage(
  question: GuidingQuestion,
  questions: ReadonlyMap<string, GuidingQuestion>,
  path: string,
): readonly UnmetRule[] {
  const uncovered = uncoveredBy(question, questions);
  if (uncovered === undefined) return [];
  const shown = uncovered === 'many' ? '' : ` ${JSON.stringify(uncovered)}`;
  return [
    fault(
      'answers-covered',
      path,
      `问题“${question.id}”有的回答没有去处${shown}，请补上分支，或加一个没有条件的分支。`,
      `Some answers to "${question.id}" lead nowhere${shown}; add a branch, or one without a condition.`,
    ),
  ];
}

/** By question: what was asked on every way to it. */
function askedBefore(
  start: string,
  order: readonly string[],
  questions: ReadonlyMap<string, GuidingQuestion>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const before = new Map<string, ReadonlySet<string>>([[start, new Set()]]);
  for (const id of order) {
    const own = new Set([...(before.get(id) ?? []), id]);
    for (const { to } of questions.get(id)?.next ?? []) {
      const known = before.get(to);
      before.set(
        to,
        known === undefined ? own : new Set([...known].filter((asked) => own.has(asked))),
      );
    }
  }
  return before;
}
