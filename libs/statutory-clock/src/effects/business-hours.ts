import { addMilliseconds, endOfDay, legalDateAt, startOfDay } from '@onewindow/kernel';
import type { Instant, LegalDate } from '@onewindow/kernel';

/** When a place stops work, where it sets hours of business 业务时间 (民法典 203②). */
export interface BusinessHours {
  /** `17:30`, Asia/Shanghai. */
  readonly closesAt: string;
}

/** Online is open until 24:00; only what needs the counter ends with its hours. */
export type Channel = 'online' | 'counter';

const CLOSING = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** The first instant that is too late. Throws a RangeError for a closing time that does not exist. */
export function endOfTerm(
  lastDay: LegalDate,
  channel: Channel = 'online',
  hours: BusinessHours | null = null,
): Instant {
  if (channel === 'online' || hours === null) return endOfDay(lastDay);
  const [, hour, minute] = CLOSING.exec(hours.closesAt) ?? [];
  if (hour === undefined) throw new RangeError(`not a closing time: ${hours.closesAt}`);
  return addMilliseconds(startOfDay(lastDay), (Number(hour) * 60 + Number(minute)) * 60_000);
}

/** The day that counts as the day of receipt: whatever the hour, the day it entered the system. */
export const receivedOn = (receivedAt: Instant): LegalDate => legalDateAt(receivedAt);

export const isInTime = (
  doneAt: Instant,
  lastDay: LegalDate,
  channel: Channel = 'online',
  hours: BusinessHours | null = null,
): boolean => doneAt < endOfTerm(lastDay, channel, hours);
