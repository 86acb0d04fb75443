import { useParams, useSearchParams } from 'react-router';
import type { FindItemReply } from '../api/replies.js';
import { Page } from '../frame/page.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { Bases } from './bases.js';
import { Contents } from './contents.js';
import { Costs } from './costs.js';
import { Facts } from './facts.js';
import { useGuidePageWords } from './guide-page-words.js';
import { useItem } from './guide-queries.js';
import { GuidanceLink } from './guidance-link.js';
import { GuideNotice, GuideTools } from './guide-tools.js';
import { Implementations } from './implementations.js';
import { Materials } from './materials.js';
import { Practical } from './practical.js';
import { PublishedForm } from './published-form.js';
import { TextList } from './text-list.js';
import { whichGuideIn, type WhichGuide } from './which-guide.js';
import { Who } from './who.js';
import { Terms } from './terms.js';
import './guide.css';

/** The guide of one item: everything that must be published about it (许可法 30). */
export default function ItemPage() {
  const { code = '' } = useParams();
  const { words } = useLanguage();
  const [parameters] = useSearchParams();
  const which = whichGuideIn(parameters);
  const { data: item, error, refetch } = useItem(code, which);
  if (error !== null) {
    return (
      <Page title={words.home.title}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  return item === undefined ? <Loading /> : <Guide item={asHandled(item)} which={which} />;
}

/** With what the district does differently put in its place. */
function asHandled(item: FindItemReply): FindItemReply {
  const { promisedTerm, places, implementationCode } = item.implementation ?? {};
  return {
    ...item,
    ...(promisedTerm !== undefined && { promisedTerm }),
    ...(places !== undefined && places.length > 0 && { places }),
    ...(implementationCode !== undefined && { implementationCode }),
  };
}

interface GuideProps {
  readonly item: FindItemReply;
  readonly which: WhichGuide;
}

function Guide({ item, which }: GuideProps) {
  const { words } = useLanguage();
  const { guide } = words;
  const page = useGuidePageWords();
  return (
    <Page
      title={item.name}
      isOriginal
      above={<p className="kicker">{guide.types[item.itemType]}</p>}
      lead={
        <p>
          {words.labelled(guide.agency)}
          <Original>{item.implementation?.agencyName ?? item.decidingAgencyName}</Original>
        </p>
      }
    >
      <div className="guide">
        <Contents
          parts={[
            ['term', guide.term],
            ['basis', guide.basis],
            ['conditions', guide.conditions],
            ['procedure', guide.procedure],
            ['materials', guide.materials],
            ['facts', guide.result],
            ['who', page.who],
            ['where', page.implementations],
            ['appeal', guide.appeal],
          ]}
        />
        <div className="guide-parts">
          <GuideNotice item={item} which={which} />
          <GuidanceLink code={item.code} guided={item.guided} />
          <Terms item={item} />
          <GuideTools item={item} which={which} />
          <TextList id="basis" title={guide.basis} texts={item.legalBasis}>
            <Bases {...(item.bases !== undefined && { bases: item.bases })} />
          </TextList>
          <TextList id="conditions" title={guide.conditions} texts={item.conditions} numbered>
            <p className="hint">
              {words.labelled(guide.quantity)}
              <Original>{item.quantityLimit}</Original>
            </p>
          </TextList>
          <Procedure steps={item.procedure} />
          <Materials materials={item.materials} />
          <PublishedForm form={item.form} />
          <Facts item={item} />
          <Costs item={item} />
          <Who item={item} />
          <Practical item={item} />
          <Implementations code={item.code} which={which} />
          <section id="appeal" className="sheet" aria-labelledby="appeal-title">
            <h2 id="appeal-title">{guide.appeal}</h2>
            <p>{guide.appealText}</p>
          </section>
          <p className="hint">{guide.edition(item.edition)}</p>
        </div>
      </div>
    </Page>
  );
}

function Procedure({ steps }: { readonly steps: readonly string[] }) {
  const { words } = useLanguage();
  return (
    <section id="procedure" className="sheet" aria-labelledby="procedure-title">
      <h2 id="procedure-title">{words.guide.procedure}</h2>
      <ol className="procedure">
        {steps.map((step) => (
          <li key={step}>
            <Original>{step}</Original>
          </li>
        ))}
      </ol>
    </section>
  );
}
