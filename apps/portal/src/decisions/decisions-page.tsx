import { useSearchParams } from 'react-router';
import { MoreRows } from '../desk/more-rows.js';
import { Page } from '../frame/page.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { askedIn } from './asked-decisions.js';
import { DecisionRows } from './decision-rows.js';
import { DecisionsForm } from './decisions-form.js';
import { useDecisions } from './decisions-queries.js';
import { useDecisionsWords } from './decisions-words.js';

/** Decisions that granted a permit, for anybody to read (许可法 40). */
export default function DecisionsPage() {
  const words = useDecisionsWords();
  const [parameters, setParameters] = useSearchParams();
  const asked = askedIn(parameters);
  const list = useDecisions(asked);
  const rows = list.data?.pages.flatMap(({ decisions }) => decisions) ?? [];
  const stateSecrets = list.data?.pages[0]?.stateSecrets ?? 0;
  return (
    <Page title={words.title} lead={<p>{words.lead}</p>}>
      <DecisionsForm
        key={parameters.toString()}
        asked={asked}
        onAsk={(next) => setParameters(new URLSearchParams({ ...next }))}
      />
      {list.isLoading && <Loading />}
      {list.error !== null && (
        <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && rows.length === 0 && <p role="status">{words.none}</p>}
      {rows.length > 0 && <DecisionRows rows={rows} />}
      <MoreRows list={list} />
      {stateSecrets > 0 && <p className="hint">{words.stateSecrets(stateSecrets)}</p>}
    </Page>
  );
}
