import { isLegalDate, refuseWhenUnmet } from '@onewindow/kernel';
import type { UnmetRule } from '@onewindow/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { clockRefusals } from '../clock-refusals.js';
import type { ClockRule } from '../law/clock-rule.js';
import type { ClockEvent } from './clock-events.js';
import { factsOf } from './clock-facts.js';
import { clockOf } from './derive-clock.js';
import type { ClockState } from './derive-clock.js';
import { meeting, missing, restarting, stillOpen } from './requirements/closing.js';
import { extending } from './requirements/extending.js';
import { unmetOf } from './requirements/requirement.js';
import { resuming, suspending } from './requirements/suspending.js';

/** Every requirement that the next event of a clock does not meet; none means that it may be recorded. */
export function unmetForEvent(
  rule: ClockRule,
  events: readonly ClockEvent[],
  next: ClockEvent,
  calendar: WorkingCalendar,
): UnmetRule[] {
  const malformed = datesThatDoNotExist(next);
  const facts = factsOf(rule, events);
  if (facts === null) return [...malformed, ...unmetBeforeStart(next)];
  const clock = clockOf(rule, facts, calendar);
  return [...malformed, ...unmetOnceStarted(rule, clock, next)];
}

/** The events with one more. Throws the refusal `clock-event-not-possible` with all that is wrong. */
export function recordEvent(
  rule: ClockRule,
  events: readonly ClockEvent[],
  next: ClockEvent,
  calendar: WorkingCalendar,
): readonly ClockEvent[] {
  refuseWhenUnmet(unmetForEvent(rule, events, next, calendar), (unmet) =>
    clockRefusals.refuse('clock-event-not-possible', unmet),
  );
  return [...events, next];
}

function unmetOnceStarted(rule: ClockRule, clock: ClockState, event: ClockEvent): UnmetRule[] {
  const unmet = unmetOf(stillOpen, { rule, clock, event });
  switch (event.type) {
    case 'started':
      return [...unmet, STARTED_ALREADY];
    case 'suspended':
      return [...unmet, ...unmetOf(suspending, { rule, clock, event })];
    case 'resumed':
      return [...unmet, ...unmetOf(resuming, { rule, clock, event })];
    case 'extended':
      return [...unmet, ...unmetOf(extending, { rule, clock, event })];
    case 'restarted':
      return [...unmet, ...unmetOf(restarting, { rule, clock, event })];
    case 'met':
      return [...unmet, ...unmetOf(meeting, { rule, clock, event })];
    case 'missed':
      return [...unmet, ...unmetOf(missing, { rule, clock, event })];
  }
}

const unmetBeforeStart = (event: ClockEvent): UnmetRule[] =>
  event.type === 'started' ? [] : [NOT_STARTED];

/** Events may come from JSON, so a date is believed only when it exists. */
const datesThatDoNotExist = (event: ClockEvent): UnmetRule[] =>
  Object.entries(event).flatMap(([path, value]) =>
    DATE_FIELDS.has(path) && !isLegalDate(String(value)) ? [noSuchDate(path, String(value))] : [],
  );

const DATE_FIELDS = new Set(['on', 'from', 'expectedUntil', 'approvedOn']);

const noSuchDate = (path: string, value: string): UnmetRule => ({
  rule: 'date-exists',
  path,
  message: {
    zh: `日期“${value}”不存在，请按“年-月-日”填写。`,
    en: `There is no date "${value}"; write it as YYYY-MM-DD.`,
  },
});

const NOT_STARTED: UnmetRule = {
  rule: 'clock-started',
  path: 'type',
  message: { zh: '期限尚未起算。', en: 'The term has not started.' },
};

const STARTED_ALREADY: UnmetRule = {
  rule: 'started-once',
  path: 'type',
  message: {
    zh: '期限已经起算；重新起算请记录“重新起算”。',
    en: 'The term has started; to begin anew, record a restart.',
  },
};
