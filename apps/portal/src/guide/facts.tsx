import type { ReactNode } from 'react';
import type { ServiceItem } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { useGuidePageWords } from './guide-page-words.js';

/** What else the guide must say: fee, visit, result, whom to ask and where to complain. */
export function Facts({ item }: { readonly item: ServiceItem }) {
  const { words } = useLanguage();
  const { guide } = words;
  const page = useGuidePageWords();
  const { validityYears, feeBasis, lapse } = item;
  return (
    <section id="facts" className="sheet" aria-labelledby="facts-title">
      <h2 id="facts-title">{guide.result}</h2>
      <dl className="facts">
        <Fact name={guide.result}>
          <Original>{item.resultName}</Original>（
          {validityYears === undefined ? guide.unlimited : guide.validity(validityYears)}）
        </Fact>
        {lapse !== undefined && (
          <Fact name={guide.lapse}>
            {guide.lapses(guide.lapseFrom[lapse.from], lapse.count, guide.lapseUnits[lapse.unit])}（
            <Original>{lapse.source}</Original>）
          </Fact>
        )}
        <Fact name={guide.fee}>
          {item.charged ? (
            <>
              {guide.charged}
              <Original>{feeBasis}</Original>
            </>
          ) : (
            guide.free
          )}
        </Fact>
        <Fact name={guide.handling}>{guide.handlings[item.handlingType]}</Fact>
        {item.resultSample !== undefined && (
          <Fact name={page.sampleOfResult}>
            <Original>{item.resultSample}</Original>
          </Fact>
        )}
        {item.onlineDepth !== undefined && (
          <Fact name={guide.onlineDepth}>{guide.onlineDepths[item.onlineDepth]}</Fact>
        )}
        <Fact name={guide.siteVisit}>{item.siteVisit ? guide.visited : guide.notVisited}</Fact>
        <Fact name={guide.consultation}>
          <a href={`tel:${item.consultation}`}>{item.consultation}</a>
        </Fact>
        <Fact name={guide.complaints}>
          <a href={`tel:${item.complaints}`}>{item.complaints}</a>
        </Fact>
        {item.basicCode !== undefined && <Fact name={guide.basicCode}>{item.basicCode}</Fact>}
        {item.implementationCode !== undefined && (
          <Fact name={guide.implementationCode}>{item.implementationCode}</Fact>
        )}
      </dl>
    </section>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
