import type { ExplainedDate } from '@onewindow/contracts';
import { explanationSummary, type DayRun, type Explanation } from '@onewindow/statutory-clock';

type ExplainedRun = NonNullable<ExplainedDate['steps'][number]['run']>;

/** An explanation of the statutory clock as it crosses the bus. */
export function explainedDate(
  explanation: Explanation,
): Pick<ExplainedDate, 'article' | 'steps' | 'summary'> {
  const { article, steps } = explanation;
  return {
    article,
    steps: steps.map(({ kind, message, run }) => ({
      kind,
      ...message,
      ...(run && { run: explainedRun(run) }),
    })),
    summary: explanationSummary(explanation),
  };
}

const explainedRun = ({ reason, makeUpDays, ...run }: DayRun): ExplainedRun => ({
  ...run,
  ...(reason && { reason: { ...reason } }),
  makeUpDays: [...makeUpDays],
});
