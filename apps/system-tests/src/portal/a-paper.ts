import type { FindApplicationReply } from '@onewindow/contracts';
import { textOfPages } from '@onewindow/documents';
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
  const printed = await fetch(new URL(address, platform.url));
  const [, code] =
    /核验码\s*([0-9A-F]{18})/.exec(
      textOfPages(new Uint8Array(await printed.arrayBuffer())).join(' '),
    ) ?? [];
  if (code === undefined) throw new TypeError(`no code is printed on ${number}`);
  return { number, code };
}
