import { useMutation } from '@tanstack/react-query';
import { download } from '../api/download.js';
import type { IssuedPaper } from '../api/replies.js';
import { useAnnounce } from '../frame/announcer.js';
import { dayText, instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import type { Language } from '../language/preferred-language.js';
import { Original } from '../language/original.js';
import { CardTable } from '../notices/card-table.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { useSession } from '../session/use-session.js';
import { ActButtons } from './act-buttons.js';
import { useApplication } from './desk-queries.js';
import { useDeskWords } from './desk-words.js';
import { offerOn, serviceOffers } from './offers.js';

/** Who may see the application behind a case. */
const READERS: readonly string[] = [
  'applicant',
  'window-clerk',
  'approver',
  'inspector',
  'decision-officer',
  'agency-head',
  'auditor',
];

/** The official papers 文书 of a case with their numbers, when each was served, and the sealed PDF. */
export function PapersOfCase({ applicationId }: { readonly applicationId: string }) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  const session = useSession();
  const isReader = session?.person.roles.some((role) => READERS.includes(role)) ?? false;
  const { data, error, refetch } = useApplication(applicationId, isReader);
  const papers = data?.papers ?? [];
  if (papers.length === 0 && error === null) return null;
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{words.progress.papers}</h2>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {papers.length > 0 && (
        <CardTable
          title={words.progress.papers}
          columns={[
            words.progress.paper,
            words.progress.paperNumber,
            words.progress.issuedBy,
            words.progress.issuedAt,
            words.progress.servedAt,
            desk.files,
          ]}
        >
          {papers.map((paper) => (
            <Row key={paper.number} applicationId={applicationId} paper={paper} />
          ))}
        </CardTable>
      )}
    </section>
  );
}

interface RowProps {
  readonly applicationId: string;
  readonly paper: IssuedPaper;
}

function Row({ applicationId, paper }: RowProps) {
  const { language, words } = useLanguage();
  const desk = useDeskWords();
  const { progress } = words;
  const {
    number,
    officialNumber,
    title,
    issuedBy,
    issuedAt,
    corrects,
    service,
    actions = [],
  } = paper;
  const path = `/api/papers/${encodeURIComponent(number)}`;
  const offers = actions.flatMap((action) =>
    action === 'serve-paper'
      ? serviceOffers({ applicationId, paperNumber: number }, service !== undefined)
      : offerOn(action, { number }),
  );
  return (
    <>
      <tr>
        <th scope="row">
          <Original>{title}</Original>
          {corrects !== undefined && (
            <>
              <br />
              <small>
                {words.labelled(desk.corrects)}
                <Original>{corrects}</Original>
              </small>
            </>
          )}
        </th>
        <td data-label={progress.paperNumber}>
          <Original>
            {officialNumber ?? number}
            {officialNumber !== undefined && officialNumber !== number && (
              <>
                <br />
                <small>{number}</small>
              </>
            )}
          </Original>
        </td>
        <td data-label={progress.issuedBy}>
          <Original>{issuedBy}</Original>
        </td>
        <td data-label={progress.issuedAt}>{instantText(issuedAt, language)}</td>
        <td data-label={progress.servedAt}>
          {service === undefined ? (
            progress.notServed
          ) : (
            <>
              {servedText(service, language)} · {desk.kinds[service.method]}
            </>
          )}
        </td>
        <td data-label={desk.files}>
          <div className="act-buttons">
            <Download name={desk.paperFile} title={title} path={`${path}/pdf`} />
            {service !== undefined && (
              <Download
                name={desk.serviceRecord}
                title={title}
                path={`${path}/service-record.pdf`}
              />
            )}
          </div>
        </td>
      </tr>
      {offers.length > 0 && (
        <tr className="acts-of-row">
          <td colSpan={6}>
            <ActButtons offers={offers} label={`${desk.now}（${title}）`} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Of a day that was recorded later nobody wrote down the hour. */
const servedText = (
  { servedAt, recordedAt }: NonNullable<IssuedPaper['service']>,
  language: Language,
): string =>
  recordedAt === undefined ? instantText(servedAt, language) : dayText(servedAt, language);

interface DownloadProps {
  readonly name: string;
  readonly title: string;
  readonly path: string;
}

/** The session of a tab goes with no plain link: the file is fetched with it and handed to the browser. */
function Download({ name, title, path }: DownloadProps) {
  const desk = useDeskWords();
  const announce = useAnnounce();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => download(path),
    onSuccess: () => announce(desk.downloaded(title)),
  });
  return (
    <>
      <button type="button" className="button" disabled={isPending} onClick={() => mutate()}>
        {name}
        <span className="unseen"> {title}</span>
      </button>
      {error !== null && <ProblemNotice error={error} />}
    </>
  );
}
