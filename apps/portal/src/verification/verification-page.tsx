import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { bodyOf, client } from '../api/client.js';
import { Page } from '../frame/page.js';
import { useLanguage } from '../language/language.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { PAGE_PATHS } from '../page-paths.js';
import { LicenceResult } from './licence-result.js';
import { printedLink, type Printed } from './printed-link.js';
import { VerificationForm } from './verification-form.js';
import './verification.css';

/** Anybody may ask whether a licence is genuine and valid (许可法 40). */
export default function VerificationPage() {
  const { words } = useLanguage();
  const { hash, search } = useLocation();
  const [printed] = useState(() => printedLink(hash, search));
  const [asked, setAsked] = useState<Printed | undefined>(
    printed.number !== '' && printed.code !== '' ? printed : undefined,
  );
  const { data, error, isFetching, refetch } = useVerification(asked);
  const verify = (wanted: Printed) => {
    if (asked?.number === wanted.number && asked.code === wanted.code) void refetch();
    else setAsked(wanted);
  };
  return (
    <Page
      title={words.verification.title}
      lead={
        <p>
          {words.verification.lead}{' '}
          <Link to={PAGE_PATHS.papers}>{words.verification.ofPapers}</Link>
        </p>
      }
    >
      <div className="verification">
        <VerificationForm
          say={words.verification}
          printed={printed}
          isBusy={isFetching}
          onVerify={verify}
        />
        <div className={asked === undefined ? '' : 'verification-result'}>
          {error !== null && !isFetching && (
            <ProblemNotice error={error} onRetry={() => void refetch()} />
          )}
          {data !== undefined && !isFetching && <LicenceResult licence={data} />}
        </div>
      </div>
    </Page>
  );
}

/** Never from memory: a licence may have been revoked a moment ago. */
const useVerification = (asked: Printed | undefined) =>
  useQuery({
    queryKey: ['verification', asked],
    enabled: asked !== undefined,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => {
      const { number, code } = asked ?? { number: '', code: '' };
      return bodyOf(
        client.GET('/api/licences/{licenceNumber}/verification', {
          params: { path: { licenceNumber: number }, query: { code } },
          signal,
        }),
      );
    },
  });
