import { Link } from 'react-router';
import { useLanguage } from '../language/language.js';
import { addressOf, before, type Answer, type Answers } from './given-answers.js';
import type { AskedQuestion as Question, FindGuidanceReply as Guidance } from '../api/replies.js';
import { useGuidanceWords } from './guidance-words.js';

interface Props {
  readonly guidance: Guidance;
  readonly answers: Answers;
  /** The questions that count, in the order in which they were asked. */
  readonly way: readonly string[];
}

/** What was answered so far; each answer can be changed, and what came after it is asked again. */
export function GivenAnswers({ guidance, answers, way }: Props) {
  const { language } = useLanguage();
  const words = useGuidanceWords();
  const last = way.at(-1);
  if (last === undefined) return null;
  const questions = new Map(guidance.questions.map((question) => [question.id, question]));
  return (
    <section className="sheet" aria-labelledby="given">
      <h2 id="given">{words.given}</h2>
      <dl className="given">
        {way.map((id) => {
          const question = questions.get(id);
          return (
            <div key={id}>
              <dt>{question?.[language] ?? id}</dt>
              <dd>
                {inWords(question, answers[id], language) ?? words.none}{' '}
                <Link
                  to={addressOf(before(answers, way, id))}
                  aria-label={words.changeAnswer(question?.[language] ?? id)}
                >
                  {words.change}
                </Link>
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="given-tools unprinted">
        <Link className="button" to={addressOf(before(answers, way, last))}>
          {words.back}
        </Link>
        <Link className="button" to="?">
          {words.again}
        </Link>
      </p>
    </section>
  );
}

function inWords(
  question: Question | undefined,
  answer: Answer | undefined,
  language: 'zh' | 'en',
): string | undefined {
  if (answer === undefined) return undefined;
  if (typeof answer === 'number') return `${answer} ${question?.unit ?? ''}`.trim();
  const nameOf = (value: string) =>
    question?.options?.find((option) => option.value === value)?.[language] ?? value;
  return typeof answer === 'string' ? nameOf(answer) : answer.map(nameOf).join('、');
}
