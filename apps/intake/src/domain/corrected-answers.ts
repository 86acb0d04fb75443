import type { Answers, UnmetRule } from '@onewindow/kernel';
import type { AnswerRemark, Application } from './application.js';
import { changedFields } from './catalogue/comparison.js';
import { unmetOfAnswers, type SchemaCheck } from './forms/answers.js';
import { EMPTY_FORM, titleOf } from './forms/form.js';
import { repeated, unmet } from './unmet.js';

/** What keeps the one notice from naming answers: only what the form asks can be wrong in it (许可法 31, 32(四)). */
export function unmetOfAnswerRemarks(
  { form = EMPTY_FORM, decisive = [] }: Application,
  remarks: readonly AnswerRemark[],
): readonly UnmetRule[] {
  const named = remarks.map(({ field }) => field);
  const at = (field: string) => ({ path: `answers.${named.indexOf(field)}.field` });
  return [
    ...repeated(named).map((field) =>
      unmet(
        'answer-remarked-once',
        `填报项“${field}”列了两次，请合并为一条。`,
        `"${field}" is listed twice; make it one remark.`,
        at(field),
      ),
    ),
    ...named
      .filter((field) => !Object.hasOwn(form.properties, field))
      .map((field) =>
        unmet(
          'answer-in-form',
          `申请表单没有填报项“${field}”，不得要求补正。`,
          `The form does not ask for "${field}"; it may not be demanded.`,
          { ...at(field), source: '行政许可法 31' },
        ),
      ),
    ...named
      .filter((field) => decisive.includes(field))
      .map((field) =>
        unmet(
          'answer-decided',
          `“${titleOf(form, field).zh}”决定了办理哪些事项，不能补正；确有错误的，请告知申请人撤回后重新申请。`,
          `"${titleOf(form, field).en}" decided which items are needed and is not corrected; have the applicant withdraw and apply anew.`,
          at(field),
        ),
      ),
  ];
}

/** Every answer that the notice names has to be another one. */
export function answersRemarked(
  { form = EMPTY_FORM, answers: before = {}, correction }: Application,
  given: Answers | undefined,
): readonly UnmetRule[] {
  const changed = given === undefined ? [] : changedFields(before, given);
  return (correction?.answers ?? [])
    .filter(({ field }) => !changed.includes(field))
    .map(({ field, explanation }) =>
      unmet(
        'every-remark-answered',
        `还缺对“${titleOf(form, field).zh}”的更正：${explanation}`,
        `"${titleOf(form, field).en}" is still to be corrected: ${explanation}`,
        { path: `answers.${field}` },
      ),
    );
}

/**
 * Answers are corrected under the form that they were filed under. What they decided stays: other items are another filing, with
 * terms and materials of its own.
 */
export function unmetOfCorrectedAnswers(
  { form = EMPTY_FORM, answers: before = {}, decisive = [] }: Application,
  answers: Answers | undefined,
  check: SchemaCheck,
): readonly UnmetRule[] {
  if (answers === undefined) return [];
  const changed = changedFields(before, answers);
  return [
    ...unmetOfAnswers(form, answers, check),
    ...decisive
      .filter((key) => changed.includes(key))
      .map((key) => {
        const { zh, en } = titleOf(form, key);
        return unmet(
          'answer-decided',
          `“${zh}”决定了办理哪些事项，补正时不能更改；情况有变请撤回后重新申请。`,
          `"${en}" decided which items are needed and is not corrected; withdraw and apply anew if it has changed.`,
          { path: `answers.${key}` },
        );
      }),
  ];
}
