import type { LegalDate, Message } from '@onewindow/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { yearOf } from '@onewindow/kernel';
import type { DayRun } from './day-runs.js';

export type StepKind =
  'rule' | 'start' | 'run' | 'roll-over' | 'extension' | 'halt' | 'ignored' | 'end' | 'calendar';

/** One line of the reasoning; a `run` also carries its days for a screen that draws them. */
export interface Step {
  readonly kind: StepKind;
  readonly message: Message;
  readonly run?: DayRun;
}

/** How a date came about, step by step, so that it can be followed by hand. */
export interface Explanation {
  readonly article: string;
  readonly steps: readonly Step[];
}

export const step = (kind: StepKind, zh: string, en: string): Step => ({
  kind,
  message: { zh, en },
});

/** The whole as text, a line for each step. */
export const explanationText = ({ steps }: Explanation): Message => ({
  zh: steps.map(({ message }) => message.zh).join('\n'),
  en: steps.map(({ message }) => message.en).join('\n'),
});

/** A date that was settled before a calendar was amended: the steps say what the calendar of today gives, the last one what stands. */
export const asItStood = (explanation: Explanation, settled: LegalDate): Explanation => ({
  ...explanation,
  steps: [
    ...explanation.steps,
    step(
      'calendar',
      `该期限在日历修订前已经了结，以当时的 ${settled} 为准，修订不再变动`,
      `this date was settled before the calendar was amended; ${settled} stands`,
    ),
  ],
});

/** Names the notices that decided which days are working days. */
export function calendarStep(from: LegalDate, to: LegalDate, calendar: WorkingCalendar): Step {
  const [first, last] = from <= to ? [yearOf(from), yearOf(to)] : [yearOf(to), yearOf(from)];
  const sources = calendar.years
    .filter((year) => first <= year && year <= last)
    .flatMap((year) => {
      const table = calendar.table(year);
      return table === undefined ? [] : [{ year, version: table.version, ...table.source }];
    });
  return step(
    'calendar',
    `工作日依据：${sources.map(({ title, documentNumber }) => `《${title}》（${documentNumber}）`).join('、') || '无'}`,
    `working days by: ${sources.map(({ documentNumber, year }) => `${documentNumber} for ${year}`).join(', ') || 'none'}`,
  );
}
