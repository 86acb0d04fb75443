import { Skeleton } from 'antd';
import { useLanguage } from '../language/language.js';

/** Holds the place of a page that is on its way, so that the footer does not jump. */
export function Loading() {
  const { words } = useLanguage();
  return (
    <div className="column loading" aria-busy="true">
      <p className="unseen" role="status">
        {words.loading}
      </p>
      <Skeleton active title={{ width: '40%' }} paragraph={{ rows: 6 }} aria-hidden="true" />
    </div>
  );
}
