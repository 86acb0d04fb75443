import type { FindApplicationReply } from '@onewindow/contracts';
import { textOfPages } from '@onewindow/documents';
import { until } from '@onewindow/tools';
import type { City } from '../a-city.js';

/** What somebody reads from a paper in their hands. */
export interface PaperInHand {
  readonly number: string;
  /** Printed on it, and told nowhere else. */
  readonly code: string;
}

/** The newest decision of an application, as it was printed. */
export async function aPaperInHand(
  { platform }: City,
  { papers, queryCode = '' }: FindApplicationReply,
): Promise<PaperInHand> {
  const number = papers.findLast(({ kind }) => kind === 'decision')?.number ?? '';
  const address = `/api/papers/${encodeURIComponent(number)}/pdf?code=${queryCode}`;
  // The first paper that a process prints reads its fonts, for which a busy machine may take longer than an answer may.
  const printed = await until(`the print of ${number}`, async () => {
    const answer = await fetch(new URL(address, platform.url));
    return answer.ok ? answer : undefined;
  });
  const [, code] =
    /核验码\s*([0-9A-F]{18})/.exec(
      textOfPages(new Uint8Array(await printed.arrayBuffer())).join(' '),
    ) ?? [];
  if (code === undefined) throw new TypeError(`no code is printed on ${number}`);
  return { number, code };
}
