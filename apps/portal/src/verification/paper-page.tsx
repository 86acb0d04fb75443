import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { bodyOf, client } from '../api/client.js';
import { Page } from '../frame/page.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { PaperResult } from './paper-result.js';
import { usePaperWords } from './paper-words.js';
import { printedLink, type Printed } from './printed-link.js';
import { VerificationForm } from './verification-form.js';
import './verification.css';

/** Anybody who holds an official paper 文书 may ask whether it is genuine and stands; the code printed on it leads here. */
export default function PaperPage() {
  const paper = usePaperWords();
  const { number: inPath = '' } = useParams();
  const { hash, search } = useLocation();
  const [printed] = useState(() => ({ ...printedLink(hash, search), number: inPath }));
  const [asked, setAsked] = useState<Printed | undefined>(
    printed.number !== '' && printed.code !== '' ? printed : undefined,
  );
  const { data, error, isFetching, refetch } = usePaper(asked);
  const verify = (wanted: Printed) => {
    if (asked?.number === wanted.number && asked.code === wanted.code) void refetch();
    else setAsked(wanted);
  };
  return (
    <Page title={paper.title} lead={<p>{paper.lead}</p>}>
      <div className="verification">
        <VerificationForm say={paper} printed={printed} isBusy={isFetching} onVerify={verify} />
        <div className={asked === undefined ? '' : 'verification-result'}>
          {error !== null && !isFetching && (
            <ProblemNotice error={error} onRetry={() => void refetch()} />
          )}
          {data !== undefined && !isFetching && asked !== undefined && (
            <PaperResult paper={data} code={asked.code} />
          )}
        </div>
      </div>
    </Page>
  );
}

/** Never from memory: a decision may have been quashed a moment ago. */
const usePaper = (asked: Printed | undefined) =>
  useQuery({
    queryKey: ['paper-verification', asked],
    enabled: asked !== undefined,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => {
      const { number, code } = asked ?? { number: '', code: '' };
      return bodyOf(
        client.GET('/api/paper-verifications/{number}', {
          params: { path: { number }, query: { code } },
          signal,
        }),
      );
    },
  });
