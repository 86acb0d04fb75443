/** One line of the changelog: what somebody who runs or uses the platform notices. */
export interface Entry {
  /** `2026-11-22`, as the author dated it. */
  readonly date: string;
  readonly section: Section;
  readonly scope: string;
  readonly subject: string;
}

const SECTIONS = { feat: 'Added', fix: 'Fixed', perf: 'Faster' } as const;

type Section = (typeof SECTIONS)[keyof typeof SECTIONS];

const TITLE = '# Changelog';
const ABOUT =
  'What was added, fixed and made faster. Generated from the commits by `npm run changelog`.';

const COMMIT = /^(\d{4}-\d{2}-\d{2}) (feat|fix|perf)(?:\(([^)]+)\))?(!?): (.+)$/;
const LINE = /^- (?:\*\*(.+?)\*\*: )?(.+)$/;

/** The entries of commits, each given as date and subject line; other kinds of commits are for those who build. */
export const entriesOf = (commits: readonly string[]): Entry[] =>
  commits.flatMap((commit) => {
    const [, date = '', type = 'feat', scope = '', isBreaking, subject = ''] =
      COMMIT.exec(commit) ?? [];
    if (date === '') return [];
    const section = SECTIONS[type as keyof typeof SECTIONS];
    return [{ date, section, scope, subject: isBreaking ? `${subject} (breaking)` : subject }];
  });

/** The entries that a changelog holds already. */
export function readChangelog(text: string): Entry[] {
  let [date, section] = ['', 'Added' as Section];
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('## ')) date = line.slice(3);
    else if (line.startsWith('### ')) section = line.slice(4) as Section;
    const [, scope = '', subject] = LINE.exec(line) ?? [];
    return subject === undefined ? [] : [{ date, section, scope, subject }];
  });
}

/**
 * Both together, each entry once. A shallow clone knows the newest commits only, so that what the changelog holds is
 * never dropped for not being in the history at hand.
 */
export function merged(held: readonly Entry[], found: readonly Entry[]): Entry[] {
  const known = new Map(
    [...held, ...found].map((entry) => [JSON.stringify(entryKey(entry)), entry]),
  );
  return [...known.values()];
}

const entryKey = ({ date, section, scope, subject }: Entry) => [date, section, scope, subject];

/** The page: the newest day first, on it the sections, in a section the scopes in alphabetical order. */
export function changelogOf(entries: readonly Entry[]): string {
  const days = [...new Set(entries.map(({ date }) => date))].sort().reverse();
  const parts = days.flatMap((day) => [`## ${day}`, ...sectionsOf(entries, day)]);
  return `${[TITLE, ABOUT, ...parts].join('\n\n')}\n`;
}

const sectionsOf = (entries: readonly Entry[], day: string): string[] =>
  Object.values(SECTIONS).flatMap((section) => {
    const lines = entries
      .filter((entry) => entry.date === day && entry.section === section)
      .map(({ scope, subject }) => `- ${scope === '' ? '' : `**${scope}**: `}${subject}`)
      .sort();
    return lines.length === 0 ? [] : [`### ${section}`, lines.join('\n')];
  });
