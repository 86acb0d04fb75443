import { FIELD_KEY_PATTERN, unmetOfCondition, type UnmetRule } from '@onewindow/kernel';
import { repeated } from '../unmet.js';
import type { FieldSchema } from '../forms/form.js';
import { unmetOfUse } from '../forms/form-rules.js';
import { fault } from '../forms/schema-faults.js';
import { whenOf, type GuidanceTree, type GuidingQuestion } from './guidance.js';
import { unmetOfWays } from './guidance-ways.js';

/** What a tree may speak of. */
export interface KnownToGuidance {
  readonly isOffered: (item: string) => boolean;
  readonly isBundle: (code: string) => boolean;
}

/** Everything that is wrong with a tree: every way through it has to end, whatever is answered. */
export function unmetOfGuidance(tree: GuidanceTree, known: KnownToGuidance): readonly UnmetRule[] {
  const shape = [...unmetOfIds(tree), ...unmetOfQuestions(tree), ...unmetOfBranches(tree)];
  return [
    ...shape,
    ...unmetOfSubjects(tree, known),
    // Which ways there are can be told only where every branch leads somewhere.
    ...(shape.length > 0 ? [] : unmetOfWays(tree)),
  ];
}

function unmetOfIds({ start, questions, outcomes }: GuidanceTree): readonly UnmetRule[] {
  const ids = [...questions, ...outcomes].map(({ id }) => id);
  return [
    ...repeated(ids).map((id) =>
      fault('id-named-once', 'questions', `“${id}”用了两次。`, `"${id}" is used twice.`),
    ),
    ...questions.flatMap(({ id }, at) =>
      FIELD_KEY_PATTERN.test(id)
        ? []
        : [
            fault(
              'question-id',
              `questions.${at}.id`,
              '问题的 id 以字母开头，只含字母、数字、“_”和“-”。',
              'The id of a question begins with a letter and has letters, digits, "_" and "-".',
            ),
          ],
    ),
    ...(questions.some(({ id }) => id === start)
      ? []
      : [
          fault(
            'start-is-a-question',
            'start',
            `没有问题“${start}”，请指明第一个问题。`,
            `There is no question "${start}"; name the first one.`,
          ),
        ]),
  ];
}

function unmetOfQuestions({ questions }: GuidanceTree): readonly UnmetRule[] {
  return questions.flatMap(({ kind, options = [], minimum, maximum }, at) => {
    const values = options.map(({ value }) => value);
    const fits = kind === 'number' ? values.length === 0 : values.length >= 2;
    return [
      ...(fits && new Set(values).size === values.length
        ? []
        : [
            fault(
              'options-to-choose',
              `questions.${at}.options`,
              '选择题应有至少两个不重复的选项，数字题没有选项。',
              'A choice has at least two different options, a number has none.',
            ),
          ]),
      ...(minimum !== undefined && maximum !== undefined && minimum > maximum
        ? [
            fault(
              'bounds-agree',
              `questions.${at}.minimum`,
              'minimum 不得大于 maximum。',
              'minimum is not greater than maximum.',
            ),
          ]
        : []),
    ];
  });
}

function unmetOfBranches({ questions, outcomes }: GuidanceTree): readonly UnmetRule[] {
  const ends = new Set([...questions, ...outcomes].map(({ id }) => id));
  const fields = Object.fromEntries(questions.map((question) => [question.id, fieldOf(question)]));
  return questions.flatMap(({ next }, of) =>
    next.flatMap(({ when, to }, at) => {
      const path = `questions.${of}.next.${at}`;
      const shape = when === undefined ? [] : unmetOfCondition(when, `${path}.when`);
      const condition = whenOf({ ...(when && { when }), to });
      return [
        ...(ends.has(to)
          ? []
          : [
              fault(
                'branch-leads-somewhere',
                `${path}.to`,
                `没有问题或结果“${to}”。`,
                `There is no question or outcome "${to}".`,
              ),
            ]),
        ...shape,
        ...(shape.length > 0 || condition === undefined
          ? []
          : unmetOfUse(condition, `${path}.when`, fields)),
        ...(when === undefined && at < next.length - 1
          ? [
              fault(
                'otherwise-comes-last',
                path,
                '没有条件的分支应放在最后，其后的分支永远走不到。',
                'A branch without a condition comes last; those behind it are never taken.',
              ),
            ]
          : []),
      ];
    }),
  );
}

function fieldOf({ kind, zh, options = [] }: GuidingQuestion): FieldSchema {
  if (kind === 'number') return { type: 'number', title: zh };
  const choice: FieldSchema = {
    type: 'string',
    title: zh,
    enum: options.map(({ value }) => value),
  };
  return kind === 'single' ? choice : { type: 'array', title: zh, items: choice };
}

function unmetOfSubjects(
  { item, bundle, outcomes }: GuidanceTree,
  { isOffered, isBundle }: KnownToGuidance,
): readonly UnmetRule[] {
  const missing = (code: string, path: string) =>
    fault(
      'item-published',
      path,
      `事项“${code}”尚未发布或已停止实施，请先发布。`,
      `The item "${code}" is not published, or has ended; publish it first.`,
    );
  return [
    ...(item === undefined || isOffered(item) ? [] : [missing(item, 'item')]),
    ...(bundle === undefined || isBundle(bundle)
      ? []
      : [
          fault(
            'bundle-published',
            'bundle',
            `没有发布名为“${bundle}”的“一件事”。`,
            `No bundle "${bundle}" is published.`,
          ),
        ]),
    ...outcomes.flatMap(({ eligible, items, reasons }, at) => [
      ...items.flatMap((code, place) =>
        isOffered(code) ? [] : [missing(code, `outcomes.${at}.items.${place}`)],
      ),
      ...(eligible && items.length === 0
        ? [
            fault(
              'eligible-for-something',
              `outcomes.${at}.items`,
              '可以办理的结果应写明办理哪些事项。',
              'Whoever is eligible is told for which items.',
            ),
          ]
        : []),
      ...(!eligible && reasons.length === 0
        ? [
            fault(
              'reason-given',
              `outcomes.${at}.reasons`,
              '不能办理的结果应写明理由和依据。',
              'Whoever is not eligible is told why, and by which provision.',
            ),
          ]
        : []),
    ]),
  ];
}
