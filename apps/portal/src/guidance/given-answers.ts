import type { AskedQuestion as Question } from '../api/replies.js';

export type Answer = string | number | readonly string[];

/** What was answered, by the id of the question, in the order in which it was asked. */
export type Answers = Readonly<Record<string, Answer>>;

/** How an address marks what kind of question an answer is to; without that a number would come back as a word. */
const MARKS = { single: 's', multiple: 'm', number: 'n' } as const;

const MOST_ANSWERS = 200;

/** Reads the answers that stand in an address: `?s.kind=restaurant&n.area=120`. */
export function answersIn(parameters: URLSearchParams): Answers {
  const answers: Record<string, Answer> = {};
  for (const [name, value] of [...parameters].slice(0, MOST_ANSWERS)) {
    const [, mark, id = ''] = /^([smn])\.(.{1,60})$/.exec(name) ?? [];
    if (mark === 's') answers[id] = value;
    if (mark === 'm') answers[id] = [...listOf(answers[id]), ...(value === '' ? [] : [value])];
    if (mark === 'n' && value !== '' && Number.isFinite(Number(value))) answers[id] = Number(value);
  }
  return answers;
}

const listOf = (answer: Answer | undefined): readonly string[] =>
  typeof answer === 'object' ? answer : [];

/** The address of these answers, with its question mark. */
export function addressOf(answers: Answers): string {
  const parameters = new URLSearchParams();
  for (const [id, answer] of Object.entries(answers)) {
    if (typeof answer === 'string') parameters.append(`${MARKS.single}.${id}`, answer);
    else if (typeof answer === 'number') parameters.append(`${MARKS.number}.${id}`, String(answer));
    else
      for (const each of answer.length === 0 ? [''] : answer)
        parameters.append(`${MARKS.multiple}.${id}`, each);
  }
  const query = parameters.toString();
  return query === '' ? '?' : `?${query}`;
}

/** Only the answers before this question, so that it is asked again. */
export function before(answers: Answers, way: readonly string[], id: string): Answers {
  const kept = way.slice(0, Math.max(0, way.indexOf(id)));
  return Object.fromEntries(Object.entries(answers).filter(([each]) => kept.includes(each)));
}

/** What the answer of a filled-in form is, undefined where it is none. */
export function answerOf(question: Question, typed: readonly string[]): Answer | undefined {
  const [first = ''] = typed;
  if (question.kind === 'multiple') return typed.length === 0 ? undefined : typed;
  if (question.kind === 'single') return first === '' ? undefined : first;
  const number = Number(first.trim());
  const isNumber = first.trim() !== '' && Number.isFinite(number);
  return isNumber && isWithin(number, question) ? number : undefined;
}

const isWithin = (number: number, { minimum, maximum }: Question): boolean =>
  number >= (minimum ?? -Infinity) && number <= (maximum ?? Infinity);
