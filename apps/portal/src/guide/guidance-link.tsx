import { Link } from 'react-router';
import { useGuidePageWords } from './guide-page-words.js';

interface Props {
  readonly code: string;
  readonly guided: boolean | undefined;
}

/** The questions that lead, where there are any for this item or bundle. */
export function GuidanceLink({ code, guided }: Props) {
  const guide = useGuidePageWords();
  return guided === true ? (
    <p className="unprinted">
      <Link className="action" to={`/guidance/${code}`}>
        {guide.guidance}
      </Link>
    </p>
  ) : null;
}
