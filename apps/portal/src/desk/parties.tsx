import { useState } from 'react';
import type { FindInterestedPartiesReply } from '../api/replies.js';
import { dateText, instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { Due } from '../progress/due.js';
import { ActButtons } from './act-buttons.js';
import type { Track } from './act-declared.js';
import { useInterestedParties } from './desk-queries.js';
import { useDeskWords } from './desk-words.js';
import { offerOn, type Offer } from './offers.js';

type Party = FindInterestedPartiesReply['parties'][number];
type Statement = FindInterestedPartiesReply['statements'][number];

interface Props {
  readonly caseNumber: string;
  readonly track: Track;
}

/** The interested parties 利害关系人 of a track (许可法 36): who was told, what was said, and what there is left to do. */
export function Parties({ caseNumber, track }: Props) {
  const desk = useDeskWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="record" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {desk.parties}
        <span className="unseen">（{track.itemName}）</span>
      </summary>
      {isOpen && <Heard caseNumber={caseNumber} track={track} />}
    </details>
  );
}

function Heard({ caseNumber, track }: Props) {
  const desk = useDeskWords();
  const { item, itemName } = track;
  const { data, error, isPending, refetch } = useInterestedParties(caseNumber, item, true);
  if (isPending) return <Loading />;
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  const { parties = [], statements = [] } = data ?? {};
  // Whoever may name parties on this track hears them.
  const hears = track.actions.includes('name-interested-party');
  const ofApplicant = statements.filter(({ partyId }) => partyId === undefined);
  return (
    <>
      {parties.length === 0 && <p className="hint">{desk.noParties}</p>}
      <ul className="requests">
        {parties.map((party) => (
          <li key={party.partyId} className="sheet">
            <OneParty
              party={party}
              statements={statements.filter(({ partyId }) => partyId === party.partyId)}
            />
            {hears && (
              <ActButtons
                offers={offersFor(party, { caseNumber, item })}
                label={`${desk.now}（${party.name}）`}
              />
            )}
          </li>
        ))}
      </ul>
      {ofApplicant.length > 0 && <h4>{desk.statementsOfApplicant}</h4>}
      <Statements statements={ofApplicant} />
      {hears && (
        <ActButtons
          offers={offerOn(
            'record-statement',
            { caseNumber, item, about: desk.ofApplicant },
            { omit: ['partyId'] },
          )}
          label={`${desk.statementsOfApplicant}（${itemName}）`}
        />
      )}
    </>
  );
}

function offersFor(
  { partyId, namedBy, told, declinedBecause }: Party,
  track: { readonly caseNumber: string; readonly item: string },
): readonly Offer[] {
  const isAnswered = told !== undefined || declinedBecause !== undefined;
  const things = { ...track, partyId };
  return [
    ...(isAnswered ? [] : offerOn('tell-interested-party', things)),
    ...(isAnswered || namedBy === 'agency' ? [] : offerOn('decline-interested-party', things)),
    ...(declinedBecause === undefined
      ? offerOn('record-statement', things, { preset: { partyId } })
      : []),
  ];
}

interface PartyProps {
  readonly party: Party;
  readonly statements: readonly Statement[];
}

function OneParty({ party, statements }: PartyProps) {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  const { name, interest, namedBy, namedAt, told, declinedBecause } = party;
  return (
    <>
      <h4>
        <Original>{name}</Original>
      </h4>
      <p>
        <Original>{interest}</Original>
      </p>
      <p className="hint">
        {desk.namedBy[namedBy]} · {instantText(namedAt, language)}
      </p>
      {told !== undefined && (
        <>
          <p>
            {desk.told(dateText(told.servedOn, language), desk.kinds[told.method] ?? told.method)} ·{' '}
            <Original>{told.receivedBy}</Original>
            <br />
            <small>
              <Original>{told.noticeNumber}</Original>
              {told.hearing && ` · ${desk.toldOfHearing}`}
            </small>
          </p>
          <Due
            name={desk.stateBy}
            due={told.stateBy}
            asked={{ number: '' }}
            caseNumber={undefined}
          />
        </>
      )}
      {declinedBecause !== undefined && (
        <p>
          {words.labelled(desk.declined)}
          <Original>{declinedBecause}</Original>
        </p>
      )}
      <Statements statements={statements} />
    </>
  );
}

function Statements({ statements }: { readonly statements: readonly Statement[] }) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  if (statements.length === 0) return null;
  return (
    <ul className="texts">
      {statements.map(({ kind, text, statedAt }) => (
        <li key={statedAt}>
          {kind === 'waiver' ? desk.waived : <Original>{text}</Original>}{' '}
          <small className="hint">{instantText(statedAt, language)}</small>
        </li>
      ))}
    </ul>
  );
}
