import { useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { bodyOf, client } from '../api/client.js';
import { Page } from '../frame/page.js';
import { PaperResult } from './paper-result.js';
import { usePaperWords } from './paper-words.js';
import { printedLink, type Printed } from './printed-link.js';
import { PrintedVerification } from './printed-verification.js';

/** Anybody who holds an official paper 文书 may ask whether it is genuine and stands; the code printed on it leads here. */
export default function PaperPage() {
  const paper = usePaperWords();
  const { number: inPath = '' } = useParams();
  const { hash, search } = useLocation();
  const [printed] = useState(() => ({ ...printedLink(hash, search), number: inPath }));
  return (
    <Page title={paper.title} lead={<p>{paper.lead}</p>}>
      <PrintedVerification of="paper" say={paper} printed={printed} ask={askOfPaper}>
        {(found, { code }) => <PaperResult paper={found} code={code} />}
      </PrintedVerification>
    </Page>
  );
}

const askOfPaper = ({ number, code }: Printed, signal: AbortSignal) =>
  bodyOf(
    client.GET('/api/paper-verifications/{number}', {
      params: { path: { number }, query: { code } },
      signal,
    }),
  );
