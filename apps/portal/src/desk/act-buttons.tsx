import { useRef, useState, type ReactNode } from 'react';
import { useAnnounce } from '../frame/announcer.js';
import { useLanguage } from '../language/language.js';
import { ActForm } from './act-form.js';
import { useDeskWords } from './desk-words.js';
import type { DraftGroup } from './form/draft-shape.js';
import type { Offer } from './offers.js';

interface Props {
  readonly offers: readonly Offer[];
  /** For whoever does not see what the buttons stand at. */
  readonly label: string;
  readonly title?: string;
  /** Between the buttons and the form. */
  readonly children?: ReactNode;
  /** Finds what can be known of the answers already, and passes it on. */
  readonly suggest?: (offer: Offer, form: (suggested: DraftGroup) => ReactNode) => ReactNode;
  readonly onDone?: () => void;
}

/** Acts as a button each, which opens the form of the act below it. */
export function ActButtons({ offers, label, title, children, suggest, onDone }: Props) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  const announce = useAnnounce();
  const [open, setOpen] = useState<string>();
  const opener = useRef<HTMLButtonElement>(null);
  const group = useRef<HTMLDivElement>(null);
  const chosen = offers.find(({ key }) => key === open);
  const nameOf = ({ button, act, about }: Offer) =>
    [desk.acts[button] ?? act.title[language], about].filter(Boolean).join(' ');
  const formFor = (offer: Offer) => (suggested: DraftGroup) => (
    <ActForm
      offer={offer}
      title={nameOf(offer)}
      suggested={suggested}
      onDone={() => {
        announce(desk.done(nameOf(offer)));
        setOpen(undefined);
        if (onDone === undefined) group.current?.focus();
        else onDone();
      }}
      onCancel={() => {
        opener.current?.focus();
        setOpen(undefined);
      }}
    />
  );
  return (
    <div ref={group} className="acts" role="group" aria-label={label} tabIndex={-1}>
      {title !== undefined && <p className="acts-title">{title}</p>}
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
      {children}
      {chosen !== undefined && (
        <div key={chosen.key}>
          {suggest === undefined ? formFor(chosen)({}) : suggest(chosen, formFor(chosen))}
        </div>
      )}
    </div>
  );
}
