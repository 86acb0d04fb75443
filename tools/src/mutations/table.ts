import type { Mutation } from './mutation.js';
import type { Tried } from './try-specs.js';

export interface Verdict {
  readonly mutation: Mutation;
  readonly tried: Tried;
  readonly isCaught: boolean;
}

const BEGIN = '<!-- mutations:begin -->';
const END = '<!-- mutations:end -->';

const HEAD = ['| mutation | what it does to people | | by | |', '| --- | --- | --- | --- | --- |'];

/** What a run saw of one mutation. Where a file has several failing specs, the first is named. */
export function rowOf({ mutation, tried, isCaught }: Verdict): string {
  const files = [...new Set(tried.failed.map(({ file }) => file))];
  const first = (file: string) => tried.failed.find((each) => each.file === file)?.title ?? '';
  const by = files.map((file) => `\`${file}\`: ${first(file)}`).join('<br>');
  return `| ${mutation.name} | ${mutation.harm} | ${isCaught ? 'caught' : '**not caught**'} | ${by} | ${String(tried.seconds)} s |`;
}

/**
 * The page with these verdicts in its table: a mutation that was not tried keeps the row of its last run, one that is no more has
 * none. Throws where the page has no place for a table.
 */
export function withTable(
  page: string,
  verdicts: readonly Verdict[],
  names: readonly string[],
): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin === -1 || end < begin) throw new Error('docs/model-test.md has no place for the table');
  const known = page.slice(begin, end).split('\n');
  const rows = names.flatMap((name) => {
    const verdict = verdicts.find(({ mutation }) => mutation.name === name);
    return verdict ? [rowOf(verdict)] : known.filter((line) => line.startsWith(`| ${name} |`));
  });
  const table = [...HEAD, ...rows].join('\n');
  return `${page.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${page.slice(end)}`;
}
