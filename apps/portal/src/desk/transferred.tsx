import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Due } from '../progress/due.js';
import type { Track } from './act-declared.js';
import { useDeskWords } from './desk-words.js';
import { Lamp } from './lamp.js';
import { Lines } from './lines.js';

/** Which agency decides after the first review 初审 (许可法 35), and what it was told. */
export function Transferred({ track: { reportsTo, transferredUp } }: { readonly track: Track }) {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  if (transferredUp === undefined)
    return reportsTo === undefined ? null : (
      <p className="record">
        {words.labelled(desk.reportsTo)}
        <Original>{reportsTo.agencyName}</Original>
      </p>
    );
  const { fromName, toName, at, due, missedAt, lamp, opinion } = transferredUp;
  return (
    <div className="record">
      <h4>{desk.transferredUp}</h4>
      <p>
        <Original>
          {fromName} → {toName}
        </Original>{' '}
        · {instantText(at, language)}
      </p>
      <Due name={desk.firstReviewBy} due={due} asked={{ number: '' }} caseNumber={undefined} />
      {lamp !== undefined && <Lamp lamp={lamp} say={desk.lampOf} />}
      {missedAt !== undefined && (
        <p className="mistake">{desk.missed(instantText(missedAt, language))}</p>
      )}
      {opinion !== undefined && (
        <>
          <p>
            {words.labelled(desk.opinion)}
            {desk.recommendations[opinion.recommendation]}
          </p>
          <Lines texts={opinion.grounds} />
        </>
      )}
    </div>
  );
}
