import type { ServiceItem } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';

type Sample = NonNullable<ServiceItem['materials'][number]['sample']>;

/** A form filled in as an applicant is to fill it in 示范文本, which must be published with the item (许可法 30). */
export function SampleForm({ name, sample }: { readonly name: string; readonly sample: Sample }) {
  const { words } = useLanguage();
  return (
    <details className="sample">
      <summary>
        {words.guide.sample}
        <span className="unseen">{`（${name}）`}</span>
      </summary>
      <div className="sample-form">
        <p className="sample-title">
          <Original>{sample.title}</Original>
        </p>
        <dl>
          {sample.fields.map(({ label, example, note }) => (
            <div key={label}>
              <dt>
                <Original>{label}</Original>
              </dt>
              <dd>
                <Original>{example}</Original>
                {note !== undefined && (
                  <small>
                    <Original>{note}</Original>
                  </small>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
