import { addDays } from '@onewindow/kernel';
import type { Message } from '@onewindow/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { ClockEvent } from '../clock/clock-events.js';
import type { Suspension } from '../clock/clock-facts.js';
import { deriveClock, extendedTerm } from '../clock/derive-clock.js';
import type { ClockState, HaltedDate } from '../clock/derive-clock.js';
import { APPROVERS } from '../law/clock-rule.js';
import type { ClockRule } from '../law/clock-rule.js';
import type { NamedInterval } from './day-runs.js';
import { calendarStep, step } from './explanation.js';
import type { Explanation } from './explanation.js';
import { explainTerm, ruleStep, runSteps, startStep } from './explain-term.js';
import { dueWords, enDay, zhDay } from './wording.js';

/** How the clock of these events came to its date. */
export function explainClock(
  rule: ClockRule,
  events: readonly ClockEvent[],
  calendar: WorkingCalendar,
): Explanation {
  const clock = deriveClock(rule, events, calendar);
  const explanation =
    clock.due.kind === 'halted'
      ? explainHalt(rule, clock, clock.due, calendar)
      : explainEnd(rule, clock, calendar);
  return clock.restartedBecause === null
    ? explanation
    : withRestart(explanation, clock.restartedBecause);
}

/** Said right after the day that the term counts from. */
function withRestart({ article, steps }: Explanation, reason: string): Explanation {
  const restart = step(
    'start',
    `期限重新起算，此前的期间不再计算：${reason}`,
    `the term began anew, what was before no longer counts: ${reason}`,
  );
  return {
    article,
    steps: steps.flatMap((each) => (each.kind === 'start' ? [each, restart] : [each])),
  };
}

function explainEnd(rule: ClockRule, clock: ClockState, calendar: WorkingCalendar): Explanation {
  const { extension } = clock;
  return explainTerm(
    {
      start: clock.startedOn,
      term: rule.term,
      article: rule.article,
      excluded: namedIntervals(rule, clock),
      ...(extension === null
        ? {}
        : { extension: { days: extension.days, approver: APPROVERS[extension.approver] } }),
    },
    calendar,
  );
}

function explainHalt(
  rule: ClockRule,
  clock: ClockState,
  due: HaltedDate,
  calendar: WorkingCalendar,
): Explanation {
  const { startedOn } = clock;
  const term = extendedTerm(startedOn, rule.term, clock.extension?.days ?? 0);
  const through = addDays(due.since, -1);
  const excluded = namedIntervals(rule, clock);
  const running = clock.suspensions.filter(({ to }) => to === null);
  const projection = dueWords(due.projected);
  return {
    article: rule.article,
    steps: [
      ruleStep(rule.article, term),
      startStep(startedOn),
      ...runSteps({ start: startedOn, excluded }, term.unit, through, undefined, calendar),
      ...running.map((each) => haltStep(rule, each)),
      step(
        'end',
        `如按告知书如期结束，${projection.zh}`,
        `if it takes as long as notified, ${projection.en}`,
      ),
      calendarStep(startedOn, through, calendar),
    ],
  };
}

const haltStep = (rule: ClockRule, { procedure, notice, from, expectedUntil }: Suspension) => {
  const name = nameOf(rule, procedure);
  return step(
    'halt',
    `暂停：自 ${zhDay(from)} 起${name.zh}（告知书 ${notice}），预计至 ${zhDay(expectedUntil)}，期间不计`,
    `stopped: from ${enDay(from)}, ${name.en} (notice ${notice}), expected until ${enDay(expectedUntil)}`,
  );
};

const namedIntervals = (rule: ClockRule, { suspensions, metOn }: ClockState): NamedInterval[] =>
  suspensions.flatMap(({ procedure, notice, from, to }) => {
    const end = to ?? metOn;
    if (end === null) return [];
    const name = nameOf(rule, procedure);
    return [
      {
        from,
        to: end,
        name: { zh: `${name.zh}（告知书 ${notice}）`, en: `${name.en} (notice ${notice})` },
      },
    ];
  });

const nameOf = (rule: ClockRule, procedure: string): Message =>
  rule.exclusions.find((each) => each.procedure === procedure)?.name ?? {
    zh: procedure,
    en: procedure,
  };
