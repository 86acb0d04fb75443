import type { ReactNode } from 'react';
import { useItem } from '../guide/guide-queries.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Loading } from '../notices/loading.js';
import { ActButtons } from './act-buttons.js';
import { useDeskWords } from './desk-words.js';
import type { DraftGroup } from './form/draft-shape.js';
import type { Track } from './act-declared.js';
import { actBehind, offersOf, type Offer } from './offers.js';
import { useFacts } from './use-facts.js';

interface Props {
  /** As the lifecycle and the office of this person offer them. */
  readonly buttons: readonly string[];
  readonly caseNumber: string;
  readonly track: Track;
  readonly onDone: () => void;
}

/** What may be done with a track now. */
export function Acts({ buttons, caseNumber, track, onDone }: Props) {
  const desk = useDeskWords();
  const facts = useFacts(track, buttons.includes('record-answers'));
  const offersBehind = (button: string) => offersOf(button, caseNumber, track, facts);
  const unknown = buttons.filter((button) => offersBehind(button).length === 0);
  const { withheld = [] } = track;
  if (buttons.length === 0 && withheld.length === 0) return null;
  return (
    <ActButtons
      offers={buttons.flatMap(offersBehind)}
      label={`${desk.now}（${track.itemName}）`}
      title={buttons.length === 0 ? desk.nothingNow : desk.now}
      suggest={(offer, form) => (
        <WithSuggestions key={offer.key} offer={offer} track={track}>
          {form}
        </WithSuggestions>
      )}
      onDone={onDone}
    >
      {unknown.length > 0 && (
        <p className="hint">
          {desk.elsewhere}
          {unknown.map((button) => desk.acts[button] ?? button).join('、')}
        </p>
      )}
      {withheld.length > 0 && <Withheld withheld={withheld} />}
    </ActButtons>
  );
}

/** What the office would allow, and why this person may not: beyond the authority, related to the applicant, somebody else's task. */
function Withheld({ withheld }: { readonly withheld: NonNullable<Track['withheld']> }) {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  const nameOf = (action: string) =>
    desk.acts[action] ?? actBehind(action)?.title[language] ?? action;
  return (
    <div className="withheld">
      <p className="acts-title">{desk.notNow}</p>
      <ul className="texts">
        {withheld.map(({ actions, rule, source, ...reason }) => (
          <li key={`${rule} ${reason.zh}`}>
            {words.labelled(actions.map(nameOf).join(words.separator))}
            {reason[language]}
            {source !== undefined && (
              <small className="hint">
                （<Original>{source}</Original>）
              </small>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SuggestionsProps {
  readonly offer: Offer;
  readonly track: Track;
  readonly children: (suggested: DraftGroup) => ReactNode;
}

/** A decision says what its draft says; without one it rests on what the catalogue names. The officer may change either. */
function WithSuggestions({ offer, track: { item, draft }, children }: SuggestionsProps) {
  const asksForBasis = offer.act.body?.properties?.['legalBasis'] !== undefined;
  const { data, isPending } = useItem(item, { isWanted: asksForBasis && draft === undefined });
  if (!asksForBasis) return children({});
  if (draft !== undefined) return children(textsOf(draft));
  if (isPending) return <Loading />;
  return children({ legalBasis: data?.legalBasis.join('\n') ?? '' });
}

const textsOf = (draft: NonNullable<Track['draft']>): DraftGroup => ({
  outcome: draft.outcome,
  reasons: draft.reasons.join('\n'),
  legalBasis: draft.legalBasis.join('\n'),
  conditions: draft.conditions.join('\n'),
});
