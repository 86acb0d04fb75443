import { dateText, instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Appeal } from '../progress/appeal.js';
import { Due } from '../progress/due.js';
import { Consulted } from './consulted.js';
import { useDeskWords } from './desk-words.js';
import { Lines } from './lines.js';
import { PublicationRecord } from './publication-record.js';
import { Transferred } from './transferred.js';
import type { Track } from './act-declared.js';

interface Props {
  readonly caseNumber: string;
  readonly track: Track;
}

/** What was done with a track: opinion, procedures that stopped the clock, extension, decision with its papers. */
export function TrackRecord({ caseNumber, track }: Props) {
  return (
    <>
      <Transferred track={track} />
      <Consulted caseNumber={caseNumber} track={track} />
      <Opinion track={track} />
      <Draft track={track} />
      <Procedures track={track} />
      <Extension track={track} />
      <Decision caseNumber={caseNumber} track={track} />
      <PublicationRecord track={track} />
    </>
  );
}

function Opinion({ track: { opinion } }: Pick<Props, 'track'>) {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  if (opinion === undefined) return null;
  return (
    <div className="record">
      <h4>
        {words.labelled(desk.opinion)}
        {desk.recommendations[opinion.recommendation]}
      </h4>
      <Lines texts={opinion.grounds} />
      <p className="hint">
        <Original>{opinion.reviewerName ?? opinion.reviewer}</Original> ·{' '}
        {instantText(opinion.recordedAt, language)}
      </p>
    </div>
  );
}

function Draft({ track: { draft, decision } }: Pick<Props, 'track'>) {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  if (draft === undefined || decision !== undefined) return null;
  const { outcome, draftedBy, draftedAt, reasons, legalBasis, conditions, review } = draft;
  return (
    <div className="record">
      <h4>{desk.draft}</h4>
      <p>
        {desk.drafted(
          words.progress.outcomes[outcome],
          draftedBy,
          instantText(draftedAt, language),
        )}
      </p>
      <Lines title={desk.conditions} texts={conditions} />
      <Lines title={desk.reasons} texts={reasons} />
      <Lines title={desk.legalBasis} texts={legalBasis} />
      <p>
        <strong>
          {review === undefined ? desk.notReviewed : desk.draftReviews[review.result]}
        </strong>
      </p>
      <Lines texts={review?.remarks ?? []} />
    </div>
  );
}

function Procedures({ track }: Pick<Props, 'track'>) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  const { specialProcedures, suspendedWorkingDays } = track;
  if (specialProcedures.length === 0) return null;
  return (
    <div className="record">
      <h4>{desk.specialProcedures}</h4>
      <ul className="texts">
        {specialProcedures.map(({ procedureId, procedure, noticeNumber, from, until, ...rest }) => (
          <li key={procedureId}>
            {desk.procedures[procedure]} ·{' '}
            {desk.until(
              dateText(from, language),
              until === undefined ? undefined : dateText(until, language),
            )}
            {until === undefined && ` · ${desk.running}`}
            <br />
            <small>
              {noticeNumber} · <Original>{rest.carriedOutBy}</Original>
            </small>
            {rest.conclusion !== undefined && (
              <p>
                <Original>{rest.conclusion}</Original>
              </p>
            )}
          </li>
        ))}
      </ul>
      {suspendedWorkingDays !== undefined && suspendedWorkingDays > 0 && (
        <p className="hint">{desk.suspendedDays(suspendedWorkingDays)}</p>
      )}
    </div>
  );
}

function Extension({ track: { extension } }: Pick<Props, 'track'>) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  if (extension === undefined) return null;
  const { days, unit, approvedBy, reason, noticeNumber } = extension;
  return (
    <div className="record">
      <p>
        {desk.extended(days, words.guide.units[unit], approvedBy)}（{noticeNumber}）
        <br />
        <Original>{reason}</Original>
      </p>
    </div>
  );
}

function Decision({ caseNumber, track }: Props) {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  const { decision, appeal, appealUntil, licence, certificate, item, itemName } = track;
  if (decision === undefined) return null;
  return (
    <div className={`outcome outcome-${decision.outcome}`}>
      <p>
        <strong>{words.progress.outcomes[decision.outcome]}</strong>
        <br />
        <small>
          {decision.number} · {instantText(decision.decidedAt, language)}
        </small>
      </p>
      <Lines texts={decision.reasons} />
      <Lines title={desk.conditions} texts={decision.conditions ?? []} />
      {appeal !== undefined && <Appeal appeal={appeal} until={appealUntil} />}
      {licence !== undefined && (
        <p>
          <Original>{licence.name}</Original> <small>{licence.number}</small>
        </p>
      )}
      {certificate?.servedAt !== undefined && (
        <p>
          {words.labelled(desk.served)}
          {instantText(certificate.servedAt, language)}
        </p>
      )}
      {certificate !== undefined && certificate.servedAt === undefined && (
        <Due
          name={desk.certificate}
          due={certificate.serveBy}
          asked={{ number: caseNumber }}
          caseNumber={caseNumber}
          explained={{ date: 'certificate', item }}
          about={itemName}
        />
      )}
    </div>
  );
}
