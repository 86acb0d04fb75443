import type { UnmetRule } from '@onewindow/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { ClockRule } from '../law/clock-rule.js';
import type { ClockEvent } from './clock-events.js';
import { basisOf, factsOf, stops } from './clock-facts.js';
import { unmetForEvent } from './record-event.js';

/**
 * The same for clocks that run beside each other on one list of events, the statutory one first. An event
 * has to suit every clock that it touches; one that touches none is judged by the first.
 */
export function unmetForClocks(
  rules: readonly [ClockRule, ...ClockRule[]],
  events: readonly ClockEvent[],
  next: ClockEvent,
  calendar: WorkingCalendar,
): UnmetRule[] {
  const touched = rules.filter((rule) => touches(rule, events, next));
  const judges = touched.length === 0 ? rules.slice(0, 1) : touched;
  const unmet = judges.flatMap((rule) => unmetForEvent(rule, events, next, calendar));
  return unmet.filter((each, at) => unmet.findIndex(({ rule }) => rule === each.rule) === at);
}

function touches(rule: ClockRule, events: readonly ClockEvent[], next: ClockEvent): boolean {
  switch (next.type) {
    case 'suspended':
      return stops(rule, next.procedure);
    case 'resumed':
      return (
        factsOf(rule, events)?.suspensions.some(({ notice }) => notice === next.notice) ?? true
      );
    case 'extended':
      return rule.extension !== null;
    case 'missed':
      return basisOf(next) === rule.basis;
    case 'started':
    case 'restarted':
    case 'met':
      return true;
  }
}
