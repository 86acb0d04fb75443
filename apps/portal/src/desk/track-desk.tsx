import { useRef } from 'react';
import { Link } from 'react-router';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Due } from '../progress/due.js';
import { Acts } from './acts.js';
import { Awaits } from './awaits.js';
import { useDeskWords } from './desk-words.js';
import { Lamp } from './lamp.js';
import type { ListTasksReply } from '../api/replies.js';
import type { Track } from './act-declared.js';
import { Stages } from './stages.js';
import { Parties } from './parties.js';
import { TasksOfTrack } from './tasks-of-track.js';
import { TrackRecord } from './track-record.js';
import { useIsOfAgency } from './use-is-of-agency.js';

interface Props {
  readonly caseNumber: string;
  readonly track: Track;
  /** Those of one's own agency. */
  readonly tasks: ListTasksReply['tasks'];
}

/** One track: where it stands, by when it has to be decided and why, what may be done with it, and what was. */
export function TrackDesk({ caseNumber, track, tasks }: Props) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { item, itemName, agencyName, status, lamp, promisedLamp, statutory, promised } = track;
  const common = { asked: { number: caseNumber }, caseNumber, about: itemName };
  const isOpen = track.decision === undefined && status !== 'withdrawn';
  const hearsParties = useIsOfAgency(track.agency);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        <Link to={`/items/${item}`}>
          <Original>{itemName}</Original>
        </Link>
      </h3>
      <p className="hint">
        <Original>{agencyName}</Original>
      </p>
      <p className="track-state">
        <span className={`state state-${status}`}>{words.progress.trackStatuses[status]}</span>
        {isOpen && <Lamp lamp={lamp} say={desk.lampOf} />}
        {isOpen && promisedLamp !== undefined && (
          <Lamp lamp={promisedLamp} say={desk.promisedLamp} />
        )}
      </p>
      {promised !== undefined && isOpen && (
        <Due
          name={words.progress.promised}
          due={promised}
          explained={{ date: 'promised', item }}
          {...common}
        />
      )}
      <Due
        name={words.progress.statutory}
        due={statutory}
        explained={{ date: 'statutory', item }}
        {...common}
      />
      <Missed track={track} />
      <Awaits track={track} />
      <Stages stages={status === 'withdrawn' ? passed(track) : (track.stages ?? [])} />
      <TasksOfTrack tasks={tasks} />
      <Acts
        buttons={track.actions}
        caseNumber={caseNumber}
        track={track}
        onDone={() => heading.current?.focus()}
      />
      <TrackRecord caseNumber={caseNumber} track={track} />
      {hearsParties && <Parties caseNumber={caseNumber} track={track} />}
    </>
  );
}

/** Of what was withdrawn, nothing goes on and nothing is to come. */
const passed = ({ stages = [] }: Track) => stages.filter((stage) => stage.status === 'done');

function Missed({ track: { missedAt, promisedMissedAt, delay } }: Pick<Props, 'track'>) {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  return (
    <>
      {missedAt !== undefined && (
        <p className="mistake">{desk.missed(instantText(missedAt, language))}</p>
      )}
      {promisedMissedAt !== undefined && (
        <p className="mistake">{desk.promiseMissed(instantText(promisedMissedAt, language))}</p>
      )}
      {delay !== undefined && (
        <p>
          {words.labelled(desk.delay)}
          <Original>{delay.reason}</Original>
        </p>
      )}
    </>
  );
}
