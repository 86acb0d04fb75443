import type { FindApplicationReply } from '@onewindow/contracts';
import { textOfPages } from '@onewindow/documents';
import { until } from '@onewindow/tools';
import type { City } from './a-city.js';

export interface PrintedPaper {
  readonly number: string;
  /** What stands on it. */
  readonly text: string;
}

/** The newest paper of a kind, as anybody gets it printed who has the query code of the receipt. */
export async function aPrintedPaper(
  { platform }: Pick<City, 'platform'>,
  { papers, queryCode = '' }: Pick<FindApplicationReply, 'papers' | 'queryCode'>,
  kind: FindApplicationReply['papers'][number]['kind'],
): Promise<PrintedPaper> {
  const number = papers.findLast((each) => each.kind === kind)?.number ?? '';
  const address = `/api/papers/${encodeURIComponent(number)}/pdf?code=${queryCode}`;
  // The first paper that a process prints reads its fonts, for which a busy machine may take longer than an answer may.
  const printed = await until(`the print of ${number}`, async () => {
    const answer = await fetch(new URL(address, platform.url));
    return answer.ok ? answer : undefined;
  });
  return { number, text: textOfPages(new Uint8Array(await printed.arrayBuffer())).join(' ') };
}
