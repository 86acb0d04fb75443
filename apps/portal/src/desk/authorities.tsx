import { dateText, instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { useDeskWords } from './desk-words.js';
import type { AuthorisationRow, Officer } from './team-offers.js';

/** What somebody may decide: by the post, under whose authority beside it, and which authorities have ended. */
export function Authorities({ officer }: { readonly officer: Officer }) {
  const desk = useDeskWords();
  const { competences = [], authorisations = [], endedAuthorisations = [] } = officer;
  return (
    <>
      {competences.length > 0 && (
        <>
          <h3 className="lines-title">{desk.byPost}</h3>
          <ul className="texts">
            {competences.map((each) => (
              <li key={JSON.stringify(each)}>
                <Scope scope={each} />
              </li>
            ))}
          </ul>
        </>
      )}
      {authorisations.length > 0 && (
        <>
          <h3 className="lines-title">{desk.authorities}</h3>
          <List rows={authorisations} />
        </>
      )}
      {endedAuthorisations.length > 0 && (
        <details className="record">
          <summary>{desk.endedAuthorities(endedAuthorisations.length)}</summary>
          <List rows={endedAuthorisations} />
        </details>
      )}
    </>
  );
}

const List = ({ rows }: { readonly rows: readonly AuthorisationRow[] }) => (
  <ul className="texts">
    {rows.map((row) => (
      <li key={row.authorisationId}>
        <OneAuthority row={row} />
      </li>
    ))}
  </ul>
);

function OneAuthority({ row }: { readonly row: AuthorisationRow }) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  const { kind, documentNumber, from, until, byName, reason, revokedAt } = row;
  return (
    <>
      {desk.kinds[kind]} <Original>{documentNumber}</Original>{' '}
      {desk.grantedBy(byName, dateText(from, language), dateText(until, language))}
      <br />
      <Scope scope={row} />
      {reason !== undefined && (
        <>
          {' · '}
          <Original>{reason}</Original>
        </>
      )}
      {revokedAt !== undefined && (
        <p className="mistake">
          {desk.revoked(instantText(revokedAt, language), row.revokedByName)}{' '}
          <Original>{row.revocationReason ?? ''}</Original>
        </p>
      )}
    </>
  );
}

interface ScopeProps {
  readonly scope: { readonly items?: readonly string[]; readonly acts: readonly string[] };
}

function Scope({ scope: { items, acts } }: ScopeProps) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  return (
    <>
      {acts.map((act) => desk.kinds[act] ?? act).join(words.separator)}
      {' · '}
      {items === undefined ? desk.everyItemOfAgency : items.join(words.separator)}
    </>
  );
}
