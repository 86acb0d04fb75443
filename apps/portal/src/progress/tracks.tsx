import { Link } from 'react-router';
import type { ProgressTrack } from '../api/replies.js';
import { dateText, instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Appeal } from './appeal.js';
import { Due } from './due.js';
import type { Asked, Matter } from './matter.js';

interface TracksProps {
  readonly asked: Asked;
  readonly matter: Matter;
}

/** The parallel tracks 并联审批 side by side; below one another where there is no room. */
export function Tracks({ asked, matter }: TracksProps) {
  const { words } = useLanguage();
  return (
    <section aria-labelledby="tracks">
      <h2 id="tracks">{words.progress.tracks}</h2>
      <ul className="tracks">
        {matter.tracks.map((track) => (
          <li key={track.item} className={`sheet track track-${track.status}`}>
            <Track asked={asked} caseNumber={matter.caseNumber} track={track} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TrackProps {
  readonly asked: Asked;
  readonly caseNumber: string | undefined;
  readonly track: ProgressTrack;
}

function Track({ asked, caseNumber, track }: TrackProps) {
  const { words } = useLanguage();
  const { progress } = words;
  const { item, itemName, agencyName, status, lamp, due, promised, quota } = track;
  const isDecided = track.decision !== undefined;
  const common = { asked, caseNumber, about: itemName };
  return (
    <>
      <h3>
        <Link to={`/items/${item}`}>
          <Original>{itemName}</Original>
        </Link>
      </h3>
      <p className="hint">
        <Original>{agencyName}</Original>
      </p>
      <p className="track-state">
        <span className={`state state-${status}`}>{progress.trackStatuses[status]}</span>
        {lamp !== undefined && !isDecided && (
          <span className={`lamp lamp-${lamp}`}>{progress.lamps[lamp]}</span>
        )}
      </p>
      {promised !== undefined && !isDecided && (
        <Due
          name={progress.promised}
          due={promised}
          explained={{ date: 'promised', item }}
          {...common}
        />
      )}
      <Due
        name={progress.statutory}
        due={due}
        explained={{ date: 'statutory', item }}
        {...common}
      />
      {quota !== undefined && (
        <p>
          {progress.quota(quota.place, quota.ahead, quota.left, quota.limit)}{' '}
          <small>
            <Original>{quota.documentNumber}</Original>
          </small>
        </p>
      )}
      <Suspensions track={track} />
      <Outcome track={track} />
    </>
  );
}

function Suspensions({ track: { suspensions } }: { readonly track: ProgressTrack }) {
  const { language, words } = useLanguage();
  if (suspensions.length === 0) return null;
  return (
    <ul className="suspensions">
      {suspensions.map(({ noticeNumber, name, from, until, expectedUntil }) => (
        <li key={noticeNumber}>
          {words.progress.suspension(
            name[language],
            dateText(from, language),
            until === undefined ? undefined : dateText(until, language),
            expectedUntil === undefined ? undefined : dateText(expectedUntil, language),
          )}
          <br />
          <small>{noticeNumber}</small>
        </li>
      ))}
    </ul>
  );
}

function Outcome({ track }: { readonly track: ProgressTrack }) {
  const { decision, appeal, appealUntil, licence } = track;
  const { language, words } = useLanguage();
  const { progress } = words;
  if (decision === undefined) return null;
  const { number, decidedAt, outcome, reasons } = decision;
  return (
    <div className={`outcome outcome-${outcome}`}>
      <p>
        <strong>{progress.outcomes[outcome]}</strong>
        <br />
        <small>
          {number} · {instantText(decidedAt, language)}
        </small>
      </p>
      {reasons.length > 0 && (
        <ul className="texts">
          {reasons.map((reason) => (
            <li key={reason}>
              <Original>{reason}</Original>
            </li>
          ))}
        </ul>
      )}
      {appeal !== undefined && <Appeal appeal={appeal} until={appealUntil} />}
      {licence !== undefined && (
        <p>
          <Link
            to={`/verify#number=${encodeURIComponent(licence.number)}&code=${encodeURIComponent(licence.verificationCode)}`}
          >
            <Original>{licence.name}</Original>
          </Link>
          <br />
          <small>{licence.number}</small>
        </p>
      )}
    </div>
  );
}
