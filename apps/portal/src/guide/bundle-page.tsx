import { Link, useParams } from 'react-router';
import type { FindBundleReply, ServiceItem } from '../api/replies.js';
import { Page } from '../frame/page.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { GuidanceLink } from './guidance-link.js';
import { useBundle } from './guide-queries.js';
import { MergedMaterials } from './merged-materials.js';
import { PlanOfBundle } from './plan.js';
import { PublishedForm } from './published-form.js';
import './guide.css';

/** Several items that are one thing to the applicant. */
export default function BundlePage() {
  const { code = '' } = useParams();
  const { words } = useLanguage();
  const { data: bundle, error, refetch } = useBundle(code);
  if (error !== null) {
    return (
      <Page title={words.guide.bundleTitle}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  return bundle === undefined ? <Loading /> : <Bundle bundle={bundle} />;
}

function Bundle({ bundle }: { readonly bundle: FindBundleReply }) {
  const { words } = useLanguage();
  const { guide } = words;
  const visited = bundle.items.filter(({ code }) => bundle.jointInspection.includes(code));
  return (
    <Page
      title={bundle.name}
      isOriginal
      above={<p className="kicker">{guide.bundleTitle}</p>}
      lead={<p>{words.home.bundlesHint}</p>}
    >
      <GuidanceLink code={bundle.code} guided={bundle.guided} />
      <section aria-labelledby="items-title">
        <h2 id="items-title">{guide.bundleItems}</h2>
        <ul className="bundle-items">
          {bundle.items.map((item) => (
            <li key={item.code}>
              <BundleItem item={item} />
            </li>
          ))}
        </ul>
      </section>
      <PlanOfBundle bundle={bundle} />
      {visited.length > 0 && (
        <section className="sheet" aria-labelledby="joint-title">
          <h2 id="joint-title">{guide.jointInspection}</h2>
          <p>{guide.jointInspectionText}</p>
          <ul className="texts">
            {visited.map(({ code, name }) => (
              <li key={code}>
                <Original>{name}</Original>
              </li>
            ))}
          </ul>
        </section>
      )}
      <MergedMaterials bundle={bundle} />
      <PublishedForm form={bundle.form} />
      <p className="hint after">{guide.edition(bundle.edition)}</p>
    </Page>
  );
}

function BundleItem({ item }: { readonly item: ServiceItem }) {
  const { words } = useLanguage();
  const { guide } = words;
  const { days, unit } = item.promisedTerm ?? item.statutoryTerm;
  return (
    <div className="bundle-item sheet">
      <h3>
        <Link to={`/items/${item.code}`}>
          <Original>{item.name}</Original>
        </Link>
      </h3>
      <p>
        <Original>{item.decidingAgencyName}</Original>
      </p>
      <p className="bundle-term">
        {item.promisedTerm === undefined ? guide.statutory : guide.promised}{' '}
        <strong>
          {days} {guide.units[unit]}
        </strong>
      </p>
    </div>
  );
}
