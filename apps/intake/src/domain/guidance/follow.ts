import { holdsFor, refuseWhenUnmet, type Answers, type UnmetRule } from '@onewindow/kernel';
import { intakeRefusals } from '../refusals.js';
import { unmet } from '../unmet.js';
import {
  whenOf,
  type GuidanceTree,
  type GuidingOutcome,
  type GuidingQuestion,
} from './guidance.js';

/** How far somebody has come: to the next question, or to an outcome. */
export interface Followed {
  readonly answered: readonly string[];
  readonly question?: GuidingQuestion;
  readonly outcome?: GuidingOutcome;
}

/** Follows the answers from the first question on. Answers to questions that are not on the way do not count. */
export function followGuidance(tree: GuidanceTree, answers: Answers): Followed {
  const questions = new Map(tree.questions.map((question) => [question.id, question]));
  const outcomes = new Map(tree.outcomes.map((outcome) => [outcome.id, outcome]));
  const answered: string[] = [];
  let at = tree.start;
  // A sound tree ends before every question was asked twice.
  while (answered.length <= questions.size) {
    const outcome = outcomes.get(at);
    if (outcome !== undefined) return { answered, outcome };
    const question = questions.get(at);
    if (question === undefined) break;
    const given = Object.hasOwn(answers, at) ? answers[at] : undefined;
    if (given === undefined || given === null) return { answered, question };
    refuseWhenUnmet(unmetOfAnswer(question, given), (rules) =>
      intakeRefusals.refuse('answer-not-possible', rules),
    );
    answered.push(at);
    const counted = Object.fromEntries(answered.map((id) => [id, answers[id]]));
    const branch = question.next.find((each) => {
      const when = whenOf(each);
      return when === undefined || holdsFor(when, counted) === true;
    });
    if (branch === undefined) break;
    at = branch.to;
  }
  throw intakeRefusals.refuse('not-found');
}

function unmetOfAnswer(question: GuidingQuestion, given: unknown): readonly UnmetRule[] {
  const { kind, zh, en, options = [], minimum = 0, maximum } = question;
  const values = options.map(({ value }) => value);
  const path = `answers.${question.id}`;
  if (kind === 'number') {
    const fits =
      typeof given === 'number' &&
      Number.isFinite(given) &&
      given >= minimum &&
      given <= (maximum ?? Number.MAX_SAFE_INTEGER);
    const to = maximum === undefined ? '' : `、不大于${maximum}`;
    return fits
      ? []
      : [
          unmet(
            'answer-is-a-number',
            `“${zh}”应为不小于${minimum}${to}的数字。`,
            `"${en}" takes a number of at least ${minimum}${maximum === undefined ? '' : ` and at most ${maximum}`}.`,
            { path },
          ),
        ];
  }
  const chosen: readonly unknown[] | undefined =
    kind === 'single' ? [given] : Array.isArray(given) ? given : undefined;
  const fits = chosen?.every((each) => (values as readonly unknown[]).includes(each)) === true;
  return fits
    ? []
    : [
        unmet(
          'answer-among-the-options',
          `“${zh}”应从所列选项中选择：${values.join('、')}。`,
          `"${en}" takes ${kind === 'single' ? 'one' : 'a list'} of the options: ${values.join(', ')}.`,
          { path },
        ),
      ];
}
