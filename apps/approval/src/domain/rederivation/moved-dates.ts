import type { CalendarEdition } from '@onewindow/statutory-clock';

/** Why a date moved: the notices that came since it was derived. */
export interface MovedBy {
  readonly calendars: readonly CalendarEdition[];
}

export interface Moved<Dates> {
  readonly before: Dates;
  readonly after: Dates;
}

/** Whether two pieces of plain data say the same; a field that is undefined says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  const [a, b] = [one, other] as readonly Readonly<Record<string, unknown>>[];
  const fields = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
  return [...fields].every((field) => isSame(a?.[field], b?.[field]));
}
