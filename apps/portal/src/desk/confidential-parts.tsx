import type { FindCaseReply } from '../api/replies.js';
import { useItemNames } from '../guide/guide-queries.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { ActButtons } from './act-buttons.js';
import { marking } from './confidential-offer.js';
import { useApplication, useCase } from './desk-queries.js';
import { useDeskWords } from './desk-words.js';
import { draftOf } from './form/draft-of.js';
import { PublicationTold } from './publication-told.js';
import './desk.css';

/** What whoever applied wants kept from the public (政府信息公开条例 15), with the form to say so, and what each agency ruled about it. */
export default function ConfidentialParts({ applicationId }: { readonly applicationId: string }) {
  const desk = useDeskWords();
  const { data } = useApplication(applicationId, true);
  const names = useItemNames(data?.items ?? []);
  if (data === undefined) return null;
  const { actions, caseNumber, confidential = [] } = data;
  const offers = actions.includes('mark-confidential')
    ? marking(applicationId, names, confidential.length > 0, desk.everyItem)
    : [];
  if (offers.length + confidential.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="confidential">
      <h2 id="confidential">{desk.confidential}</h2>
      <p className="hint">{desk.confidentialLead}</p>
      <Marks marks={confidential} names={names} />
      {caseNumber !== undefined && <Rulings caseNumber={caseNumber} />}
      {offers.length > 0 && (
        <ActButtons
          offers={offers}
          label={desk.confidential}
          suggest={({ act }, form) => form(draftOf(act.body ?? {}, { marks: confidential }))}
        />
      )}
    </section>
  );
}

type Track = FindCaseReply['tracks'][number];

interface MarksProps {
  readonly marks: NonNullable<Track['confidential']>;
  readonly names: ReadonlyMap<string, string>;
}

function Marks({ marks, names }: MarksProps) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  if (marks.length === 0) return <p>{desk.nothingMarked}</p>;
  return (
    <ul className="texts marks">
      {marks.map(({ kind, parts, item, reason }, at) => (
        <li key={at}>
          <strong>{desk.kinds[kind]}</strong> ·{' '}
          {parts.map((part) => desk.kinds[part]).join(words.separator)} ·{' '}
          {item === undefined ? desk.everyItem : <Original>{names.get(item) ?? item}</Original>}
          <br />
          <Original>{reason}</Original>
        </li>
      ))}
    </ul>
  );
}

/** What became of the marks, by item, once it was decided. */
function Rulings({ caseNumber }: { readonly caseNumber: string }) {
  const { data } = useCase(caseNumber);
  return data?.tracks
    .filter(({ publicationTold = [] }) => publicationTold.length > 0)
    .map(({ item, itemName, publicationTold = [] }) => (
      <div key={item} className="record">
        <h3>
          <Original>{itemName}</Original>
        </h3>
        <PublicationTold told={publicationTold} />
      </div>
    ));
}
