import { useLanguage } from '../language/language.js';
import { Placeholder } from './placeholder.js';

/** Holds the place of a page that is on its way, so that the footer does not jump. */
export function Loading() {
  const { words } = useLanguage();
  return (
    <div className="column loading" aria-busy="true">
      <p className="unseen" role="status">
        {words.loading}
      </p>
      <Placeholder lines={7} />
    </div>
  );
}
