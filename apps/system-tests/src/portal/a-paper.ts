import type { FindApplicationReply } from '@onewindow/contracts';
import type { City } from '../a-city.js';
import { aPrintedPaper } from '../a-printed-paper.js';

/** What somebody reads from a paper in their hands. */
export interface PaperInHand {
  readonly number: string;
  /** Printed on it, and told nowhere else. */
  readonly code: string;
}

/** The newest decision of an application, as it was printed. */
export async function aPaperInHand(
  city: City,
  application: FindApplicationReply,
): Promise<PaperInHand> {
  const { number, text } = await aPrintedPaper(city, application, 'decision');
  const [, code] = /核验码\s*([0-9A-F]{18})/.exec(text) ?? [];
  if (code === undefined) throw new TypeError(`no code is printed on ${number}`);
  return { number, code };
}
