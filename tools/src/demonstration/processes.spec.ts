import { DRAFTED_ITEMS } from './catalogue-entries.js';
import { DEMONSTRATION_ITEMS } from './items.js';
import { DEMONSTRATION_PROCESSES } from './processes.js';

type Term = { readonly unit: string; readonly days: number };

/** Of any seven days running two are days of rest. */
const workingDays = ({ unit, days }: Term): number =>
  unit === 'working-day' ? days : days - 2 * Math.floor(days / 7);

const terms = new Map<string, Term>(
  [...DEMONSTRATION_ITEMS, ...DRAFTED_ITEMS].flatMap((item) =>
    'statutoryTerm' in item ? [[item.code, item.statutoryTerm] as const] : [],
  ),
);

describe('A process of the demonstration city', () => {
  it.each(DEMONSTRATION_PROCESSES)('takes no longer than the law leaves $code', (process) => {
    const { code, within } = process;
    const law = terms.get(code);
    if (law === undefined) return;

    expect(workingDays(within)).toBeLessThanOrEqual(workingDays(law));
  });

  it('has a term to be held against for most of them', () => {
    expect(DEMONSTRATION_PROCESSES.filter(({ code }) => terms.has(code)).length).toBeGreaterThan(
      15,
    );
  });
});
