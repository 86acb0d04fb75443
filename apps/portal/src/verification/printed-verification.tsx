import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ProblemNotice } from '../notices/problem-notice.js';
import type { Printed } from './printed-link.js';
import { VerificationForm, type FormWords } from './verification-form.js';
import './verification.css';

interface Props<Reply> {
  /** Tells the answers about licences from those about papers. */
  readonly of: string;
  readonly say: FormWords;
  readonly printed: Printed;
  readonly ask: (asked: Printed, signal: AbortSignal) => Promise<Reply>;
  readonly children: (reply: Reply, asked: Printed) => ReactNode;
}

/** Asks at once where number and code were printed, otherwise when they are entered; the same ones again ask anew. */
export function PrintedVerification<Reply>({ of, say, printed, ask, children }: Props<Reply>) {
  const [asked, setAsked] = useState<Printed | undefined>(
    printed.number !== '' && printed.code !== '' ? printed : undefined,
  );
  // Never from memory: what is asked about may have been revoked or quashed a moment ago.
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['verification', of, asked],
    enabled: asked !== undefined,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => ask(asked ?? printed, signal),
  });
  const verify = (wanted: Printed) => {
    if (asked?.number === wanted.number && asked.code === wanted.code) void refetch();
    else setAsked(wanted);
  };
  return (
    <div className="verification">
      <VerificationForm say={say} printed={printed} isBusy={isFetching} onVerify={verify} />
      <div className={asked === undefined ? '' : 'verification-result'}>
        {error !== null && !isFetching && (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        )}
        {data !== undefined && !isFetching && asked !== undefined && children(data, asked)}
      </div>
    </div>
  );
}
