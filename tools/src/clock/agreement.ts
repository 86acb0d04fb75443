import type { Answer } from './answer-case.js';
import { isRecord } from './raw-case.js';

/** How many answers equal what the file expects; a file without expectations is only counted. */
export function agreement(cases: readonly unknown[], answers: readonly Answer[]): string {
  const expecting = cases.flatMap((each, at) =>
    isRecord(each) && 'expectedDue' in each ? [{ expected: each['expectedDue'], at }] : [],
  );
  const differing = expecting.filter(({ expected, at }) => answers[at]?.due !== expected);
  const refused = answers.filter(({ error }) => error !== undefined).length;
  return [
    `${answers.length} cases, ${refused} refused`,
    ...(expecting.length === 0
      ? []
      : [`${expecting.length - differing.length} of ${expecting.length} as expected`]),
    ...(differing.length === 0
      ? []
      : [`differing: ${differing.map(({ at }) => answers[at]?.id ?? at).join(', ')}`]),
  ].join('; ');
}
