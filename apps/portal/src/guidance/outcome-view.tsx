import type { RefObject } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import type {
  FindGuidanceReply as Guidance,
  GuidanceOutcome as Outcome,
  ItemAhead,
} from '../api/replies.js';
import { useGuidanceWords } from './guidance-words.js';

interface Props {
  readonly outcome: Outcome;
  readonly guidance: Guidance;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** Whether one can apply and why, for what, with what, how long it takes and what it costs. */
export function OutcomeView({ outcome, guidance, heading }: Props) {
  const words = useGuidanceWords();
  const { eligible } = outcome;
  return (
    <section className={`sheet verdict verdict-${eligible ? 'valid' : 'expired'}`}>
      <h2 ref={heading} tabIndex={-1}>
        <span className="verdict-sign" aria-hidden="true">
          {eligible ? '✓' : '!'}
        </span>
        {eligible ? words.eligible : words.notEligible}
      </h2>
      <Reasons reasons={outcome.reasons} />
      {eligible && <Items items={outcome.items} />}
      {eligible && <Materials materials={outcome.materials} />}
      {(outcome.notOffered ?? []).length > 0 && (
        <p>
          {words.notOffered}：<Original>{outcome.notOffered?.join('、')}</Original>
        </p>
      )}
      <ToGuide outcome={outcome} guidance={guidance} />
    </section>
  );
}

function Reasons({ reasons }: Pick<Outcome, 'reasons'>) {
  const { language } = useLanguage();
  const words = useGuidanceWords();
  if (reasons.length === 0) return null;
  return (
    <>
      <h3>{words.reasons}</h3>
      <ul className="texts">
        {reasons.map((reason) => (
          <li key={reason.zh}>
            {reason[language]}
            {reason.source !== undefined && (
              <small className="hint">
                （<Original>{reason.source}</Original>）
              </small>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Items({ items }: Pick<Outcome, 'items'>) {
  const words = useGuidanceWords();
  return (
    <>
      <h3>{words.items}</h3>
      {items.length === 0 && <p>{words.noItems}</p>}
      <ul className="texts">
        {items.map((item) => (
          <li key={item.item}>
            <Link to={`/items/${item.item}`}>
              <Original>{item.name}</Original>
            </Link>{' '}
            <span className="hint">
              <Original>{item.decidingAgencyName}</Original>
            </span>
            <Ahead item={item} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Ahead({ item }: { readonly item: ItemAhead }) {
  const { words } = useLanguage();
  const guidance = useGuidanceWords();
  const { statutoryTerm, promisedTerm, charged, fees = [] } = item;
  const daysOf = ({ days, unit }: ItemAhead['statutoryTerm']) =>
    `${days} ${words.guide.units[unit]}`;
  return (
    <p className="material-note">
      {promisedTerm !== undefined && `${guidance.promised(daysOf(promisedTerm))} · `}
      {guidance.byLaw(daysOf(statutoryTerm))} · {charged ? guidance.charged : guidance.free}
      {fees.map(({ name, standard }) => (
        <span key={name}>
          {' · '}
          <Original>
            {name} {standard}
          </Original>
        </span>
      ))}
    </p>
  );
}

function Materials({ materials }: Pick<Outcome, 'materials'>) {
  const { words } = useLanguage();
  const guidance = useGuidanceWords();
  if (materials.length === 0) return <p>{guidance.noMaterials}</p>;
  return (
    <>
      <h3>{guidance.materials(materials.length)}</h3>
      <ul className="texts">
        {materials.map(({ code, name, necessity, source }) => (
          <li key={code}>
            <Original>{name}</Original>{' '}
            <span className={`necessity necessity-${necessity}`}>
              {words.guide.necessities[necessity]}
            </span>{' '}
            <small className="hint">{words.guide.sources[source]}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

/** To the bundle where there is one: it is one application; else to the item. */
function ToGuide({ outcome, guidance }: Pick<Props, 'outcome' | 'guidance'>) {
  const words = useGuidanceWords();
  const item = guidance.item ?? outcome.items[0]?.item;
  const place =
    guidance.bundle === undefined ? item && `/items/${item}` : `/bundles/${guidance.bundle}`;
  if (!outcome.eligible || place === undefined) return null;
  return (
    <p className="after">
      <Link className="action" to={place}>
        {words.toGuide}
      </Link>
    </p>
  );
}
