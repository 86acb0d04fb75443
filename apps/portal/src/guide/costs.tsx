import type { ServiceItem } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { useGuidePageWords } from './guide-page-words.js';

/** What is to be paid, to whom and on what ground; only where something is (许可法 58, 59). */
export function Costs({ item }: { readonly item: ServiceItem }) {
  const { words } = useLanguage();
  const guide = useGuidePageWords();
  const { fees = [], intermediaryServices = [] } = item;
  if (fees.length + intermediaryServices.length === 0) return null;
  return (
    <section id="costs" className="sheet" aria-labelledby="costs-title">
      <h2 id="costs-title">{guide.fees}</h2>
      {fees.length > 0 && (
        <ul className="texts">
          {fees.map(({ name, standard, basis, reduction }) => (
            <li key={name}>
              <Original>
                <strong>{name}</strong> {standard}（{basis}）
              </Original>
              {reduction !== undefined && (
                <>
                  <br />
                  {words.labelled(guide.reduction)}
                  <Original>{reduction}</Original>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {item.paidOnline === true && <p>{guide.paidOnline}</p>}
      {intermediaryServices.length > 0 && (
        <>
          <h3>{guide.intermediaries}</h3>
          <ul className="texts">
            {intermediaryServices.map(({ code, name, basis, paidBy }) => (
              <li key={code}>
                <Original>{name}</Original>
                {paidBy !== undefined && ` · ${guide.intermediaryPaidBy[paidBy] ?? paidBy}`}
                {basis !== undefined && (
                  <small>
                    {' '}
                    <Original>{basis}</Original>
                  </small>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
