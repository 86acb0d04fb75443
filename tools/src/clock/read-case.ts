import { Refusal, refuseWhenUnmet } from '@onewindow/kernel';
import { MAX_TERM_DAYS } from '@onewindow/statutory-clock';
import type { Term } from '@onewindow/statutory-clock';
import type { BackwardCase, ClockCase, ExpiryCase, ForwardCase } from './clock-case.js';
import { Findings } from './findings.js';
import type { Day } from './findings.js';
import { isRecord, UNNAMED } from './raw-case.js';
import type { RawCase } from './raw-case.js';
import { deemedAcceptance, readAnchor, readDirection, readUnit } from './read-fields.js';
import { readExtension } from './read-extension.js';
import { readSuspensions } from './read-suspensions.js';

/** Reads one case. Throws the refusal `clock-case-not-acceptable` with everything that is wrong. */
export function readCase(raw: unknown): ClockCase {
  const findings = new Findings();
  const read = isRecord(raw) ? readRecord(raw, findings) : undefined;
  if (!isRecord(raw)) {
    findings.add(
      'case-is-an-object',
      '',
      '每个案例须是一个对象。',
      'Every case must be an object.',
    );
  }
  refuseWhenUnmet(findings.unmet, (unmet) => notAcceptable(unmet));
  if (read === undefined) throw notAcceptable([]);
  return read;
}

const notAcceptable = (unmet: Refusal['unmet']) =>
  new Refusal(
    'clock-case-not-acceptable',
    'malformed',
    { zh: '案例有误，请逐项更正。', en: 'The case cannot be counted; correct every point listed.' },
    unmet,
  );

function readRecord(raw: RawCase, findings: Findings): ClockCase | undefined {
  const unit = readUnit(raw, findings);
  const isCountedFromExpiry = raw['direction'] === 'backward' && raw['expiry'] !== undefined;
  const start =
    raw['start'] === undefined && isCountedFromExpiry
      ? undefined
      : findings.day(raw['start'], 'start');
  const named = {
    id: typeof raw['id'] === 'string' ? raw['id'] : null,
    article: typeof raw['lawArticle'] === 'string' ? raw['lawArticle'] : UNNAMED,
    ...deemedAcceptance(raw, findings),
  };
  if (unit === undefined) {
    readSuspensions(raw, start?.date, findings);
    return undefined;
  }
  if (unit === 'until-expiry') return readUntilExpiry(raw, named, start, findings);
  return readDirection(raw, findings) === 'backward'
    ? readBackward(raw, named, unit, start, findings)
    : readForward(raw, named, unit, start, findings);
}

type Names = Pick<ClockCase, 'id' | 'article' | 'deemedAccepted'>;

function readForward(
  raw: RawCase,
  named: Names,
  unit: Term['unit'],
  start: Day | undefined,
  findings: Findings,
): ForwardCase | undefined {
  const days = findings.wholeNumber(raw['days'], 'days', 1, MAX_TERM_DAYS);
  const suspensions = readSuspensions(raw, start?.date, findings);
  const extension = readExtension(
    raw,
    {
      start: start?.date,
      days,
      suspensions,
      article: named.article,
      termOf: (size) => termOf(unit, size),
    },
    findings,
  );
  if (start === undefined || days === undefined) return undefined;
  const term = termOf(unit, days - (extension?.days ?? 0));
  return { ...named, kind: 'forward', start: start.date, term, extension, suspensions };
}

function readBackward(
  raw: RawCase,
  named: Names,
  unit: Term['unit'],
  start: Day | undefined,
  findings: Findings,
): BackwardCase | undefined {
  const size = typeof raw['days'] === 'number' ? Math.abs(raw['days']) : raw['days'];
  const days = findings.wholeNumber(size, 'days', 1, MAX_TERM_DAYS);
  const expiry = raw['expiry'] === undefined ? undefined : findings.day(raw['expiry'], 'expiry');
  const anchor = readAnchor(raw, named.article, expiry ?? start, findings);
  if (readSuspensions(raw, start?.date, findings).length > 0) {
    findings.add(
      'backward-term-not-suspended',
      'suspensions',
      '倒算的期限不因特别程序暂停。',
      'A term that is counted back is not suspended.',
    );
  }
  if (unit !== 'working-day' && unit !== 'calendar-day') {
    findings.add(
      'backward-unit-in-days',
      'unit',
      '倒算的期限须以日计。',
      'A term that is counted back is in days.',
    );
    return undefined;
  }
  const anchorDate = (expiry ?? start)?.date;
  if (anchorDate === undefined || days === undefined || anchor === undefined) return undefined;
  return { ...named, kind: 'backward', anchorDate, anchor, term: { unit, days } };
}

function readUntilExpiry(
  raw: RawCase,
  named: Names,
  start: Day | undefined,
  findings: Findings,
): ExpiryCase | undefined {
  const expiry = findings.day(raw['expiry'], 'expiry');
  readSuspensions(raw, start?.date, findings);
  if (start === undefined || expiry === undefined) return undefined;
  if (expiry.date < start.date) {
    findings.add(
      'expiry-not-before-start',
      'expiry',
      '有效期届满日早于起算日，请更正日期。',
      'The licence expires before the start; correct the dates.',
    );
  }
  return { ...named, kind: 'until-expiry', start: start.date, expiry: expiry.date };
}

const termOf = (unit: Term['unit'], size: number): Term =>
  unit === 'month' || unit === 'year' ? { unit, count: size } : { unit, days: size };
