import type { LegalDate } from '@onewindow/kernel';
import type { Anchor, Term } from '@onewindow/statutory-clock';
import type { Day, Findings } from './findings.js';
import { quoted } from './raw-case.js';
import type { RawCase } from './raw-case.js';

const UNITS: ReadonlyMap<unknown, Term['unit'] | 'until-expiry'> = new Map([
  ['workingDay', 'working-day'],
  ['calendarDay', 'calendar-day'],
  ['month', 'month'],
  ['year', 'year'],
  ['untilExpiry', 'until-expiry'],
]);

const ANCHORS: ReadonlyMap<unknown, Anchor> = new Map([
  ['expiry', 'end-of-day'],
  ['hearing', 'start-of-day'],
]);

export function readUnit(
  raw: RawCase,
  findings: Findings,
): Term['unit'] | 'until-expiry' | undefined {
  const unit = UNITS.get(raw['unit']);
  if (unit === undefined) {
    findings.add(
      'unit-known',
      'unit',
      `期限单位“${quoted(raw['unit'])}”不存在，可用：${[...UNITS.keys()].join('、')}。`,
      `There is no unit "${quoted(raw['unit'])}"; possible: ${[...UNITS.keys()].join(', ')}.`,
    );
  }
  return unit;
}

export function readDirection(
  raw: RawCase,
  findings: Findings,
): 'forward' | 'backward' | undefined {
  const direction = raw['direction'] ?? 'forward';
  if (direction === 'forward' || direction === 'backward') return direction;
  findings.add(
    'direction-known',
    'direction',
    '方向须为 forward 或 backward。',
    'The direction must be forward or backward.',
  );
  return undefined;
}

/** What the case says; else a moment at the end of a day or an expiry is whole, and a hearing begins its day. */
export function readAnchor(
  raw: RawCase,
  article: string,
  from: Day | undefined,
  findings: Findings,
): Anchor | undefined {
  if (raw['anchor'] !== undefined) {
    const anchor = ANCHORS.get(raw['anchor']);
    if (anchor === undefined) {
      findings.add(
        'anchor-known',
        'anchor',
        '倒算基准须为 expiry（届满）或 hearing（听证）。',
        'The anchor must be expiry or hearing.',
      );
    }
    return anchor;
  }
  const ends = raw['expiry'] !== undefined || from?.atEndOfDay === true;
  return ends || /许可法\s*50|届满|延续/.test(article) ? 'end-of-day' : 'start-of-day';
}

export function deemedAcceptance(raw: RawCase, findings: Findings): { deemedAccepted?: LegalDate } {
  const given = raw['deemedAccepted'];
  if (given === undefined || given === null) return {};
  const day = findings.day(given, 'deemedAccepted');
  return day === undefined ? {} : { deemedAccepted: day.date };
}
