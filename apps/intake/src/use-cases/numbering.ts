import { legalDateAt, type Instant } from '@onewindow/kernel';
import type { NumberSeries } from './ports.js';

const padded = (serial: number) => String(serial).padStart(6, '0');

/** `379900-20261123-000001`: region, day, serial of the day. */
export async function drawCaseNumber(
  numbers: NumberSeries,
  region: string,
  now: Instant,
): Promise<string> {
  const day = legalDateAt(now).replaceAll('-', '');
  return `${region}-${day}-${padded(await numbers.next(`case-${day}`))}`;
}

/** `SQ20261123-000001`. */
export async function drawApplicationNumber(numbers: NumberSeries, now: Instant): Promise<string> {
  const day = legalDateAt(now).replaceAll('-', '');
  return `SQ${day}-${padded(await numbers.next(`application-${day}`))}`;
}

const PAPER_WORDS = {
  'correction-notice': '补正',
  'acceptance-receipt': '受理',
  'non-acceptance-notice': '不予受理',
} as const;

/** `受理〔2026〕000001号`, counted by kind and year. */
export async function drawPaperNumber(
  numbers: NumberSeries,
  kind: keyof typeof PAPER_WORDS,
  now: Instant,
): Promise<string> {
  const year = legalDateAt(now).slice(0, 4);
  return `${PAPER_WORDS[kind]}〔${year}〕${padded(await numbers.next(`${kind}-${year}`))}号`;
}
