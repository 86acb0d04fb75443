import { useParams } from 'react-router';
import type { FindItemReply } from '../api/replies.js';
import { Page } from '../frame/page.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { Contents } from './contents.js';
import { Facts } from './facts.js';
import { useItem } from './guide-queries.js';
import { Materials } from './materials.js';
import { Practical } from './practical.js';
import { TextList } from './text-list.js';
import { Terms } from './terms.js';
import './guide.css';

/** The guide of one item: everything that must be published about it (许可法 30). */
export default function ItemPage() {
  const { code = '' } = useParams();
  const { words } = useLanguage();
  const { data: item, error, refetch } = useItem(code);
  if (error !== null) {
    return (
      <Page title={words.home.title}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  return item === undefined ? <Loading /> : <Guide item={item} />;
}

function Guide({ item }: { readonly item: FindItemReply }) {
  const { words } = useLanguage();
  const { guide } = words;
  return (
    <Page
      title={item.name}
      isOriginal
      above={<p className="kicker">{guide.types[item.itemType]}</p>}
      lead={
        <p>
          {words.labelled(guide.agency)}
          <Original>{item.decidingAgencyName}</Original>
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
            ['appeal', guide.appeal],
          ]}
        />
        <div className="guide-parts">
          <Terms item={item} />
          <TextList id="basis" title={guide.basis} texts={item.legalBasis} />
          <TextList id="conditions" title={guide.conditions} texts={item.conditions} numbered>
            <p className="hint">
              {words.labelled(guide.quantity)}
              <Original>{item.quantityLimit}</Original>
            </p>
          </TextList>
          <Procedure steps={item.procedure} />
          <Materials materials={item.materials} />
          <Facts item={item} />
          <Practical item={item} />
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
