import { unchanged, type Change } from '@onewindow/kernel';
import type { Application, ApplicationEvent } from './application.js';

/**
 * Papers of decisions whose official number 文号 the application does not know yet: the register draws it as the last thing of the
 * act that issues them, so nobody knows it before that act is committed.
 */
export const unnumbered = ({ papers }: Pick<Application, 'papers'>): readonly string[] =>
  papers
    .filter(({ kind, officialNumber }) => kind === 'decision' && officialNumber === undefined)
    .map(({ number }) => number);

/** Takes the numbers up that the register has drawn, by reference. Whoever was told of the decision is told them. */
export function takeNumbers(
  application: Application,
  drawn: ReadonlyMap<string, string>,
): Change<Application, ApplicationEvent> {
  const taken = unnumbered(application).flatMap((reference) => {
    const number = drawn.get(reference);
    return number === undefined ? [] : [{ reference, number }];
  });
  if (taken.length === 0) return unchanged(application);
  return {
    state: {
      ...application,
      papers: application.papers.map((paper) => {
        const officialNumber = taken.find(({ reference }) => reference === paper.number)?.number;
        return officialNumber === undefined ? paper : { ...paper, officialNumber };
      }),
    },
    events: [{ type: 'papers-numbered', papers: taken }],
  };
}
