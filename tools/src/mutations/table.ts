import type { Mutation } from './mutation.js';
import type { Tried } from './try-specs.js';

export interface Verdict {
  readonly mutation: Mutation;
  readonly tried: Tried;
  readonly isCaught: boolean;
}

const BEGIN = '<!-- mutations:begin -->';
const END = '<!-- mutations:end -->';

/** One row for each mutation, as the last run saw it. */
export function tableOf(verdicts: readonly Verdict[], seed: number): string {
  const rows = verdicts.map(({ mutation, tried, isCaught }) => {
    const files = [...new Set(tried.failed.map(({ file }) => file))];
    const first = (file: string) => tried.failed.find((each) => each.file === file)?.title ?? '';
    const by = files.map((file) => `\`${file}\`: ${first(file)}`).join('<br>');
    return `| ${mutation.name} | ${mutation.harm} | ${isCaught ? 'caught' : '**not caught**'} | ${by} | ${String(tried.seconds)} s |`;
  });
  return [
    `Seed ${String(seed)}; where a file has several failing specs, the first is named.`,
    '',
    '| mutation | what it does to people | | by | |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** The page with this table in the place of the one before. Throws where the page has no place for it. */
export function withTable(page: string, table: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin === -1 || end < begin) throw new Error('docs/model-test.md has no place for the table');
  return `${page.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${page.slice(end)}`;
}
