import type { FindConsultationReply } from '../api/replies.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Due } from '../progress/due.js';
import { useDeskWords } from './desk-words.js';
import { Lamp } from './lamp.js';
import { Lines } from './lines.js';

type Request = FindConsultationReply['requests'][number];

interface Props {
  readonly requests: readonly Request[];
  /** One below what they stand under. */
  readonly heading: 'h3' | 'h5';
}

/** What each department was asked, by when it answers, and what it said: disagreement stands beside agreement. */
export function OpinionRequests({ requests, heading }: Props) {
  return (
    <ul className="requests">
      {requests.map((request) => (
        <li key={request.requestId} className="sheet">
          <OneRequest request={request} heading={heading} />
        </li>
      ))}
    </ul>
  );
}

interface RequestProps extends Pick<Props, 'heading'> {
  readonly request: Request;
}

function OneRequest({ request, heading: Heading }: RequestProps) {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  const { department, departmentName, round, question, reason, askedBy, askedAt } = request;
  const isAwaited = request.opinion === undefined;
  return (
    <>
      <Heading>
        <Original>{departmentName ?? department}</Original>
        {round > 1 && ` · ${desk.round(round)}`}
      </Heading>
      <p>
        <Original>{question}</Original>
      </p>
      {reason !== undefined && (
        <p>
          {words.labelled(desk.askedAgain)}
          <Original>{reason}</Original>
        </p>
      )}
      <p className="hint">
        <Original>{askedBy}</Original> · {instantText(askedAt, language)}
      </p>
      {isAwaited && (
        <>
          <Due
            name={desk.answerBy}
            due={request.answerBy}
            asked={{ number: '' }}
            caseNumber={undefined}
          />
          <p>
            <Lamp lamp={request.lamp} say={desk.lampOf} /> {desk.silences[request.silence]}
            {request.silenceSource !== undefined && (
              <small>
                （<Original>{request.silenceSource}</Original>）
              </small>
            )}
          </p>
        </>
      )}
      {request.remindedAt !== undefined && isAwaited && (
        <p className="hint">{desk.reminded(instantText(request.remindedAt, language))}</p>
      )}
      {request.silent && <p className="mistake">{desk.silent}</p>}
      {request.opinion !== undefined && <Opinion opinion={request.opinion} />}
    </>
  );
}

function Opinion({ opinion }: { readonly opinion: NonNullable<Request['opinion']> }) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  const { position, conditions, reasons, legalBasis, answeredBy, answeredAt, late } = opinion;
  return (
    <div className={`position position-${position}`}>
      <p>
        <strong>{desk.kinds[position]}</strong>
        {late && ` · ${desk.late}`}
      </p>
      <Lines title={desk.conditions} texts={conditions} />
      <Lines title={desk.reasons} texts={reasons} />
      <Lines title={desk.legalBasis} texts={legalBasis} />
      <p className="hint">
        <Original>{answeredBy}</Original> · {instantText(answeredAt, language)}
      </p>
    </div>
  );
}
