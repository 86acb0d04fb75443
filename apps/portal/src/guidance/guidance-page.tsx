import { useEffect, useRef } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useAnnounce } from '../frame/announcer.js';
import { Page } from '../frame/page.js';
import { useLanguage } from '../language/language.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { addressOf, answersIn, type Answer, type Answers } from './given-answers.js';
import { GivenAnswers } from './given-list.js';
import { useFollowed, useGuidance } from './guidance-queries.js';
import type {
  FindGuidanceReply as Guidance,
  FollowGuidanceReply as Followed,
} from '../api/replies.js';
import { useGuidanceWords } from './guidance-words.js';
import { OutcomeView } from './outcome-view.js';
import { QuestionForm } from './question-form.js';
import '../guide/guide.css';
import './guidance.css';

/** Questions that lead 情形引导: they tell before anything is typed what somebody needs. The answers stand in the address alone. */
export default function GuidancePage() {
  const { code = '' } = useParams();
  const [parameters] = useSearchParams();
  const { language } = useLanguage();
  const words = useGuidanceWords();
  const answers = answersIn(parameters);
  const guidance = useGuidance(code);
  const followed = useFollowed(code, answers);
  const failed = guidance.error ?? followed.error;
  const name = language === 'zh' ? guidance.data?.nameZh : guidance.data?.nameEn;
  return (
    <Page title={name ?? words.title} lead={<p>{words.lead}</p>}>
      {failed !== null && (
        <ProblemNotice
          error={failed}
          onRetry={() => void Promise.all([guidance.refetch(), followed.refetch()])}
        />
      )}
      {failed === null && (guidance.data === undefined || followed.data === undefined) && (
        <Loading />
      )}
      {guidance.data !== undefined && followed.data !== undefined && failed === null && (
        <Way
          guidance={guidance.data}
          followed={followed.data}
          answers={answers}
          isMoving={followed.isPlaceholderData}
        />
      )}
    </Page>
  );
}

interface WayProps {
  readonly guidance: Guidance;
  readonly followed: Followed;
  readonly answers: Answers;
  /** The answer to the last question is on its way. */
  readonly isMoving: boolean;
}

function Way({ guidance, followed, answers, isMoving }: WayProps) {
  const { answered, question, outcome } = followed;
  const words = useGuidanceWords();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const here = question?.id ?? 'outcome';
  const shown = useRef(here);
  useEffect(() => {
    if (isMoving || shown.current === here) return;
    shown.current = here;
    heading.current?.focus();
    if (outcome !== undefined) announce(words.arrived(outcome.eligible));
  }, [isMoving, here, outcome, announce, words]);
  const answer = (id: string, given: Answer) => {
    const kept = Object.entries(answers).filter(([each]) => answered.includes(each));
    void navigate(addressOf({ ...Object.fromEntries(kept), [id]: given }));
  };
  return (
    <div className="guidance" aria-busy={isMoving}>
      {question !== undefined && (
        <QuestionForm
          key={question.id}
          question={question}
          number={answered.length + 1}
          isBusy={isMoving}
          heading={heading}
          onAnswer={(given) => answer(question.id, given)}
        />
      )}
      {outcome !== undefined && (
        <OutcomeView outcome={outcome} guidance={guidance} heading={heading} />
      )}
      <GivenAnswers guidance={guidance} answers={answers} way={answered} />
    </div>
  );
}
