import { Link, useParams } from 'react-router';
import type { FindDecisionReply } from '../api/replies.js';
import { Page } from '../frame/page.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Facts, type Fact } from '../notices/facts.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { PAGE_PATHS } from '../page-paths.js';
import { Lines } from '../desk/lines.js';
import { useDecision } from './decisions-queries.js';
import { useDecisionsWords } from './decisions-words.js';

/** One published decision: what was decided on what, what is withheld of it, and what was changed about that since. */
export default function DecisionPage() {
  const words = useDecisionsWords();
  const { number = '' } = useParams();
  const { data, error, isLoading, refetch } = useDecision(number);
  return (
    <Page title={words.one} lead={<Link to={PAGE_PATHS.decisions}>{words.back}</Link>}>
      {isLoading && <Loading />}
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Published found={data} />}
    </Page>
  );
}

function Published({ found }: { readonly found: FindDecisionReply }) {
  const { language } = useLanguage();
  const words = useDecisionsWords();
  const { decision, legalBasis, conditions } = found;
  const { corrects } = decision;
  const facts: readonly Fact[] = [
    [words.number, <Original key="number">{decision.number}</Original>],
    [words.agency, <Original key="agency">{decision.agencyName}</Original>],
    [words.item, <Original key="item">{decision.itemName}</Original>],
    [words.holder, <Original key="holder">{decision.holder}</Original>],
    [words.issuedAt, instantText(decision.issuedAt, language)],
    [words.standing, words.standings[decision.standing]],
    ...(corrects === undefined
      ? []
      : [[words.corrects, <Original key="corrects">{corrects}</Original>] as const]),
  ];
  return (
    <section className="sheet">
      <Facts facts={facts} />
      <Lines title={words.legalBasis} texts={legalBasis} />
      <Lines title={words.conditions} texts={conditions} />
      <Withheld found={found} />
    </section>
  );
}

/** What kind of thing is missing and which part, with the provision; the secret itself and the reasons stay with the agency. */
function Withheld({ found: { decision, changes } }: { readonly found: FindDecisionReply }) {
  const { language, words: say } = useLanguage();
  const words = useDecisionsWords();
  const { withheld = [] } = decision;
  const named = (list: typeof withheld) =>
    list
      .map(({ kind, parts }) => {
        const names = parts.map((part) => words.parts[part]);
        return `${names.join(say.separator)}（${words.kinds[kind]}）`;
      })
      .join(say.separator);
  return (
    <>
      {withheld.length > 0 && (
        <p>
          {say.labelled(words.withheld)}
          {named(withheld)} · <Original>{words.basis}</Original>
        </p>
      )}
      {changes.length > 0 && (
        <>
          <h2>{words.changes}</h2>
          <ul className="texts">
            {changes.map((change) => {
              const when = instantText(change.changedAt, language);
              return (
                <li key={change.changedAt}>
                  {change.withheld.length === 0
                    ? words.opened(when)
                    : words.changed(when, named(change.withheld))}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}
