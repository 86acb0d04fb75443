import { useId, useRef, useState, type RefObject, type SubmitEvent } from 'react';
import { useLanguage } from '../language/language.js';
import { answerOf, type Answer } from './given-answers.js';
import type { AskedQuestion as Question } from '../api/replies.js';
import { useGuidanceWords } from './guidance-words.js';

interface Props {
  readonly question: Question;
  readonly number: number;
  readonly isBusy: boolean;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onAnswer: (answer: Answer) => void;
}

/** One question with what can be answered; Enter goes on. */
export function QuestionForm({ question, number, isBusy, heading, onAnswer }: Props) {
  const { language } = useLanguage();
  const words = useGuidanceWords();
  const id = useId();
  const [typed, setTyped] = useState<readonly string[]>([]);
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const given = answerOf(question, typed);
  const mistake = isTried && given === undefined ? mistakeOf(question, words) : undefined;
  const help = language === 'zh' ? question.helpZh : question.helpEn;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (isBusy) return;
    if (given === undefined) form.current?.querySelector('input')?.focus();
    else onAnswer(given);
  };
  return (
    <form ref={form} className="sheet question" onSubmit={submit} noValidate>
      <p className="hint">{words.step(number)}</p>
      <h2 ref={heading} tabIndex={-1} id={`${id}-question`}>
        {question[language]}
      </h2>
      {help !== undefined && (
        <p className="hint" id={`${id}-help`}>
          {help}
        </p>
      )}
      <div
        role={question.kind === 'single' ? 'radiogroup' : 'group'}
        aria-labelledby={`${id}-question`}
        {...(mistake !== undefined && { 'aria-describedby': `${id}-mistake` })}
      >
        {question.kind === 'number' ? (
          <NumberAnswer
            question={question}
            labelledBy={`${id}-question`}
            isWrong={mistake !== undefined}
            typed={typed[0] ?? ''}
            onType={(text) => setTyped([text])}
          />
        ) : (
          <Choices name={id} question={question} chosen={typed} onChoose={setTyped} />
        )}
      </div>
      {mistake !== undefined && (
        <p className="mistake" id={`${id}-mistake`} role="alert">
          {mistake}
        </p>
      )}
      <button type="submit" className="action" disabled={isBusy}>
        {words.next}
      </button>
    </form>
  );
}

function mistakeOf(
  { kind, minimum, maximum }: Question,
  words: ReturnType<typeof useGuidanceWords>,
): string {
  if (kind === 'single') return words.choose;
  if (kind === 'multiple') return words.chooseSome;
  return minimum === undefined || maximum === undefined
    ? words.typeNumber
    : words.between(String(minimum), String(maximum));
}

interface ChoicesProps {
  readonly name: string;
  readonly question: Question;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

function Choices({ name, question: { kind, options = [] }, chosen, onChoose }: ChoicesProps) {
  const { language } = useLanguage();
  const words = useGuidanceWords();
  const isMany = kind === 'multiple';
  const choose = (value: string, isOn: boolean) => {
    if (!isMany) return onChoose([value]);
    const rest = chosen.filter((each) => each !== value);
    onChoose(isOn ? [...rest, value] : rest);
  };
  return (
    <>
      {isMany && <p className="hint">{words.several}</p>}
      <div className="options">
        {options.map((option) => (
          <label key={option.value} className="option">
            <input
              type={isMany ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen.includes(option.value)}
              onChange={({ target }) => choose(option.value, target.checked)}
            />
            {option[language]}
          </label>
        ))}
      </div>
    </>
  );
}

interface NumberProps {
  readonly question: Question;
  readonly labelledBy: string;
  readonly isWrong: boolean;
  readonly typed: string;
  readonly onType: (text: string) => void;
}

function NumberAnswer({ question: { unit }, labelledBy, isWrong, typed, onType }: NumberProps) {
  const words = useGuidanceWords();
  return (
    <p>
      <input
        className="input"
        inputMode="decimal"
        autoComplete="off"
        maxLength={15}
        aria-labelledby={labelledBy}
        aria-invalid={isWrong}
        value={typed}
        onChange={({ target }) => onType(target.value)}
      />{' '}
      {unit !== undefined && <span className="hint">{words.number(unit)}</span>}
    </p>
  );
}
