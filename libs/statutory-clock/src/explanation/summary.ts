import type { Message } from '@onewindow/kernel';
import type { DayRun } from './day-runs.js';
import type { Explanation } from './explanation.js';

/** The explanation as one paragraph: counted ranges with their totals, days off gathered by reason. */
export function explanationSummary({ steps }: Explanation): Message {
  const runs = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
  const said = steps.flatMap(({ kind, message, run }) => {
    if (run === undefined) return kind === 'calendar' ? [] : [message];
    return run === runs[0] ? [countedWords(runs), skippedWords(runs)] : [];
  });
  return {
    zh: `${joined(said, 'zh', '；')}。`,
    en: `${joined(said, 'en', '; ')}.`,
  };
}

const joined = (said: readonly Message[], language: keyof Message, separator: string): string =>
  said
    .map((message) => message[language])
    .filter((text) => text !== '')
    .join(separator);

function countedWords(runs: readonly DayRun[]): Message {
  const ranges = runs
    .filter(({ role }) => role === 'counted')
    .map((run) => `${range(run)}(${run.total})`)
    .join(' ');
  return ranges === '' ? NOTHING : { zh: `计入：${ranges}`, en: `counted: ${ranges}` };
}

function skippedWords(runs: readonly DayRun[]): Message {
  const byReason = new Map<string, { reason: Message; ranges: string[] }>();
  for (const run of runs) {
    if (run.role !== 'skipped' || run.reason === undefined) continue;
    const entry = byReason.get(run.reason.zh) ?? { reason: run.reason, ranges: [] };
    byReason.set(run.reason.zh, { ...entry, ranges: [...entry.ranges, range(run)] });
  }
  if (byReason.size === 0) return NOTHING;
  const groups = [...byReason.values()];
  return {
    zh: `不计：${groups.map(({ reason, ranges }) => `${reason.zh} ${ranges.join('、')}`).join('，')}`,
    en: `not counted: ${groups.map(({ reason, ranges }) => `${reason.en} ${ranges.join(' ')}`).join(', ')}`,
  };
}

const NOTHING: Message = { zh: '', en: '' };

const range = ({ from, to }: DayRun): string =>
  from === to ? from : `${from}~${from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to}`;
