import type { FindCaseReply } from '../api/replies.js';
import { dateText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';

type Track = FindCaseReply['tracks'][number];

interface Props {
  readonly appeal: NonNullable<Track['appeal']>;
  /** Absent until the decision was served. */
  readonly until: Track['appealUntil'];
}

/** Both ways to appeal 救济途径 (许可法 38): with whom, within which term, and until which day once the decision was served. */
export function Appeal({ appeal, until }: Props) {
  const { words } = useLanguage();
  const { progress } = words;
  const { reconsiderationBody, reconsiderationTerm, court, litigationTerm } = appeal;
  const ways = [
    [progress.reconsideration, reconsiderationBody, reconsiderationTerm, until?.reconsideration],
    [progress.litigation, court, litigationTerm, until?.litigation],
  ] as const;
  return (
    <ul className="texts">
      {ways.map(([way, body, term, due]) => (
        <li key={way}>
          {words.labelled(way)}
          <Original>{body}</Original>
          <br />
          <small>
            <Original>{term}</Original> · <Until due={due} />
          </small>
        </li>
      ))}
    </ul>
  );
}

function Until({
  due,
}: {
  readonly due: NonNullable<Track['appealUntil']>['litigation'] | undefined;
}) {
  const { language, words } = useLanguage();
  const { progress } = words;
  if (due === undefined) return progress.fromService;
  if (due.due === undefined) return progress.openDate(due.notBefore);
  return progress.until(dateText(due.due, language));
}
