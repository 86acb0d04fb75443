import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../frame/page.js';
import { useLanguage } from '../language/language.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { useSession } from '../session/use-session.js';
import { keepCode, keptCode } from './kept-codes.js';
import type { Asked } from './matter.js';
import { MatterView } from './matter-view.js';
import { ProgressForm } from './progress-form.js';
import { useMatter } from './progress-queries.js';
import './progress.css';

/** One matter as it stands, by number and query code or for whoever is signed in. */
export default function ProgressPage() {
  const { words } = useLanguage();
  const session = useSession();
  const [parameters, setParameters] = useSearchParams();
  const number = parameters.get('number') ?? '';
  const [asked, setAsked] = useState<Asked | undefined>(() =>
    firstAsked(number, session !== undefined),
  );
  const { data, error, isFetching, isPending, refetch } = useMatter(asked);
  const follow = (wanted: Asked) => {
    if (wanted.code !== undefined) keepCode(wanted.number, wanted.code);
    // The number may stand in the address; the code opens the matter and may not.
    setParameters({ number: wanted.number }, { replace: true });
    if (asked?.number === wanted.number && asked.code === wanted.code) void refetch();
    else setAsked(wanted);
  };
  const isShown = asked !== undefined && data !== undefined;
  return (
    <Page
      title={isShown ? `${words.progress.title} ${data.applicationNumber}` : words.progress.title}
      heading={words.progress.title}
      {...(!isShown && { lead: <p>{words.progress.lead}</p> })}
    >
      {!isShown && (
        <ProgressForm
          number={number}
          isBusy={isFetching}
          needsCode={session === undefined}
          onFollow={follow}
        />
      )}
      {asked !== undefined && isPending && <Loading />}
      {error !== null && !isFetching && (
        <div className="after">
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {isShown && <MatterView asked={asked} matter={data} onLeave={() => setAsked(undefined)} />}
    </Page>
  );
}

function firstAsked(number: string, isSignedIn: boolean): Asked | undefined {
  if (number === '') return undefined;
  const code = keptCode(number);
  return code === undefined && !isSignedIn ? undefined : { number, code };
}
