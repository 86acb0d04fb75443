import { enActs } from './en-acts.js';
import { enCaseFile } from './en-case-file.js';
import { enDecisions } from './en-decisions.js';
import { enDesk } from './en-desk.js';
import { enGuidePage } from './en-guide-page.js';
import { enGuidance } from './en-guidance.js';
import { enPaper } from './en-paper.js';
import { enProcesses } from './en-processes.js';
import { enSearch } from './en-search.js';
import { enTeam } from './en-team.js';
import { en } from './en.js';
import { preferredLanguage } from './preferred-language.js';
import { zhActs } from './zh-acts.js';
import { zhCaseFile } from './zh-case-file.js';
import { zhDecisions } from './zh-decisions.js';
import { zhDesk } from './zh-desk.js';
import { zhGuidePage } from './zh-guide-page.js';
import { zhGuidance } from './zh-guidance.js';
import { zhPaper } from './zh-paper.js';
import { zhProcesses } from './zh-processes.js';
import { zhSearch } from './zh-search.js';
import { zhTeam } from './zh-team.js';
import { zh } from './zh.js';

/** Every text of a catalogue under its path; of a text with gaps, what it says of some values. */
function textsOf(words: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    const at = `${path}.${name}`;
    if (typeof value === 'string') return [[at, value] as const];
    if (typeof value === 'function') return [[at, String((value as Speak)(2, 3))] as const];
    return textsOf(value as object, at);
  });
}

type Speak = (...values: unknown[]) => unknown;

/** The switch is named in the other language, a colon and a number in none. */
const WITHOUT_HAN = ['.language.other', '.labelled', '.separator', '.desk.numbered'];

describe('The catalogues', () => {
  const chinese = textsOf({
    ...zh,
    search: zhSearch,
    guidance: zhGuidance,
    guidePage: zhGuidePage,
    decisions: zhDecisions,
    desk: zhDesk,
    paper: zhPaper,
    processes: zhProcesses,
  });
  const english = new Map(
    textsOf({
      ...en,
      search: enSearch,
      guidance: enGuidance,
      guidePage: enGuidePage,
      decisions: enDecisions,
      desk: enDesk,
      paper: enPaper,
      processes: enProcesses,
    }),
  );

  it('say the same things in both languages', () => {
    expect([...english.keys()].sort()).toEqual(chinese.map(([path]) => path).sort());
  });

  it('leave no text empty', () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('are in Chinese where they are Chinese', () => {
    const odd = chinese.filter(
      ([path, text]) => !/\p{Script=Han}/u.test(text) && !WITHOUT_HAN.includes(path),
    );

    expect(odd).toEqual([]);
  });

  it.each([
    ['Chinese', zhDesk, [zhActs, zhCaseFile, zhTeam]],
    ['English', enDesk, [enActs, enCaseFile, enTeam]],
  ] as const)(
    'let no part of what the desk says in %s take the place of another',
    (_, desk, parts) => {
      for (const part of parts) expect(desk).toMatchObject(part);
    },
  );
});

describe('The language of a first visit', () => {
  it.each([
    [['zh-CN', 'en'], 'zh'],
    [['en-GB', 'zh'], 'en'],
    [['fr-FR', 'en'], 'en'],
    [['fr-FR'], 'zh'],
    [[], 'zh'],
  ] as const)('for a browser that wants %j is %s', (wishes, language) => {
    expect(preferredLanguage(wishes)).toBe(language);
  });
});
