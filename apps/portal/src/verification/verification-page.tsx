import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { bodyOf, client } from '../api/client.js';
import { Page } from '../frame/page.js';
import { useLanguage } from '../language/language.js';
import { PAGE_PATHS } from '../page-paths.js';
import { LicenceResult } from './licence-result.js';
import { printedLink, type Printed } from './printed-link.js';
import { PrintedVerification } from './printed-verification.js';

/** Anybody may ask whether a licence is genuine and valid (许可法 40). */
export default function VerificationPage() {
  const { verification } = useLanguage().words;
  const { hash, search } = useLocation();
  const [printed] = useState(() => printedLink(hash, search));
  return (
    <Page
      title={verification.title}
      lead={
        <p>
          {verification.lead} <Link to={PAGE_PATHS.papers}>{verification.ofPapers}</Link>
        </p>
      }
    >
      <PrintedVerification of="licence" say={verification} printed={printed} ask={askOfLicence}>
        {(licence) => <LicenceResult licence={licence} />}
      </PrintedVerification>
    </Page>
  );
}

const askOfLicence = ({ number, code }: Printed, signal: AbortSignal) =>
  bodyOf(
    client.GET('/api/licences/{licenceNumber}/verification', {
      params: { path: { licenceNumber: number }, query: { code } },
      signal,
    }),
  );
