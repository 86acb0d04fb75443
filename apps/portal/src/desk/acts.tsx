import { useRef, useState, type ReactNode } from 'react';
import { useAnnounce } from '../frame/announcer.js';
import { useItem } from '../guide/guide-queries.js';
import { useLanguage } from '../language/language.js';
import { Loading } from '../notices/loading.js';
import { ActForm } from './act-form.js';
import { useDeskWords } from './desk-words.js';
import type { DraftGroup } from './form/draft.js';
import type { Track } from './act-declared.js';
import { offersOf, type Offer } from './offers.js';

interface Props {
  /** As the lifecycle and the office of this person offer them. */
  readonly buttons: readonly string[];
  readonly caseNumber: string;
  readonly track: Track;
  readonly onDone: () => void;
}

/** What may be done now: a button each, which opens the form of the act below it. */
export function Acts({ buttons, caseNumber, track, onDone }: Props) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  const announce = useAnnounce();
  const [open, setOpen] = useState<string>();
  const opener = useRef<HTMLButtonElement>(null);
  const offers = buttons.flatMap((button) => offersOf(button, caseNumber, track));
  const unknown = buttons.filter((button) => offersOf(button, caseNumber, track).length === 0);
  const chosen = offers.find(({ key }) => key === open);
  const nameOf = ({ button, act, about }: Offer) =>
    [desk.acts[button] ?? act.title[language], about].filter(Boolean).join(' ');
  if (buttons.length === 0) return null;
  return (
    <div className="acts" role="group" aria-label={`${desk.now}（${track.itemName}）`}>
      <p className="acts-title">{desk.now}</p>
      <div className="act-buttons">
        {offers.map((offer) => (
          <button
            key={offer.key}
            type="button"
            className="button act"
            aria-expanded={offer.key === open}
            ref={offer.key === open ? opener : undefined}
            onClick={() => setOpen(offer.key === open ? undefined : offer.key)}
          >
            {nameOf(offer)}
          </button>
        ))}
      </div>
      {unknown.length > 0 && (
        <p className="hint">
          {desk.elsewhere}
          {unknown.map((button) => desk.acts[button] ?? button).join('、')}
        </p>
      )}
      {chosen !== undefined && (
        <WithSuggestions key={chosen.key} offer={chosen} track={track}>
          {(suggested) => (
            <ActForm
              offer={chosen}
              title={nameOf(chosen)}
              suggested={suggested}
              onDone={() => {
                announce(desk.done(nameOf(chosen)));
                setOpen(undefined);
                onDone();
              }}
              onCancel={() => {
                opener.current?.focus();
                setOpen(undefined);
              }}
            />
          )}
        </WithSuggestions>
      )}
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
