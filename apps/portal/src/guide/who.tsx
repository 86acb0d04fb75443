import type { FindItemReply } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { useGuidePageWords } from './guide-page-words.js';

/** Who decides, who supervises afterwards, for whom it is and how it can be applied for. */
export function Who({ item }: { readonly item: FindItemReply }) {
  const { words } = useLanguage();
  const guide = useGuidePageWords();
  const { entrustedBy, supervisingDepartment, served = [], channels = [], implementation } = item;
  return (
    <section id="who" className="sheet" aria-labelledby="who-title">
      <h2 id="who-title">{guide.who}</h2>
      <dl className="facts">
        <div>
          <dt>{guide.decides}</dt>
          <dd>
            <Original>{implementation?.agencyName ?? item.decidingAgencyName}</Original>
          </dd>
        </div>
        {entrustedBy !== undefined && (
          <div>
            <dt>{guide.entrusted}</dt>
            <dd>
              <Original>{entrustedBy}</Original>
            </dd>
          </div>
        )}
        <div>
          <dt>{guide.supervises}</dt>
          <dd>{supervisingDepartment ?? guide.supervisesItself}</dd>
        </div>
        {served.length > 0 && (
          <div>
            <dt>{guide.served}</dt>
            <dd>{served.map((kind) => guide.servedKinds[kind] ?? kind).join(words.separator)}</dd>
          </div>
        )}
        {channels.length > 0 && (
          <div>
            <dt>{guide.channels}</dt>
            <dd>
              {channels.map((kind) => guide.channelKinds[kind] ?? kind).join(words.separator)}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
