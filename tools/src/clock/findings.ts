import { isLegalDate, legalDateAt, instantOf } from '@onewindow/kernel';
import type { LegalDate, UnmetRule } from '@onewindow/kernel';
import { quoted } from './raw-case.js';

/** Collects everything that is wrong with one case while it is read. */
export class Findings {
  readonly unmet: UnmetRule[] = [];

  add(rule: string, path: string, zh: string, en: string, source?: string): void {
    this.unmet.push({
      rule,
      path,
      message: { zh, en },
      ...(source === undefined ? {} : { source }),
    });
  }

  /** The day in Asia/Shanghai of a date or a timestamp; a timestamp without an offset is Shanghai time. */
  day(value: unknown, path: string): Day | undefined {
    const day = typeof value === 'string' ? readDay(value) : undefined;
    if (day === undefined) {
      this.add(
        'date-exists',
        path,
        `“${quoted(value)}”不是存在的日期，请按 2026-02-09 或 2026-02-09T10:12:00+08:00 填写。`,
        `"${quoted(value)}" is not a date that exists; write 2026-02-09 or 2026-02-09T10:12:00+08:00.`,
      );
    }
    return day;
  }

  /** A whole number within bounds. */
  wholeNumber(value: unknown, path: string, least: number, most: number): number | undefined {
    if (typeof value === 'number' && Number.isInteger(value) && least <= value && value <= most) {
      return value;
    }
    this.add(
      'whole-number-of-days',
      path,
      `“${quoted(value)}”须为 ${least} 至 ${most} 的整数。`,
      `"${quoted(value)}" must be a whole number from ${least} to ${most}.`,
    );
    return undefined;
  }
}

export interface Day {
  readonly date: LegalDate;
  /** The moment is the very end of the day, so the whole day lies before it. */
  readonly atEndOfDay: boolean;
}

const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function readDay(text: string): Day | undefined {
  const [, date = '', hour, minute = '00', second = '00', offset = '+08:00'] =
    TIMESTAMP.exec(text.trim()) ?? [];
  if (!isLegalDate(date)) return undefined;
  if (hour === undefined) return { date, atEndOfDay: false };
  const time = `${hour}:${minute}:${second}`;
  if (time === '24:00:00' && SHANGHAI.has(offset)) return { date, atEndOfDay: true };
  if (hour > '23' || minute > '59' || second > '59') return undefined;
  const instant = Date.parse(`${date}T${time}${offset}`);
  if (Number.isNaN(instant)) return undefined;
  return {
    date: legalDateAt(instantOf(instant)),
    atEndOfDay: SHANGHAI.has(offset) && time >= '23:59:00',
  };
}

const SHANGHAI: ReadonlySet<string> = new Set(['+08:00', '+0800']);
