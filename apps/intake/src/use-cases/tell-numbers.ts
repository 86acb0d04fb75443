import type { Changes, Instant } from '@onewindow/kernel';
import type { Application } from '../domain/application.js';
import { takeNumbers, unnumbered } from '../domain/paper-numbers.js';
import { APPLICATION, NUMBERS_DEADLINE } from './aggregates.js';
import type { IntakeDependencies } from './ports.js';

/** The register has drawn the numbers of what was issued: the application takes them up, and the bureau learns of them. */
export const tellNumbers =
  ({ transact, papers }: Pick<IntakeDependencies, 'transact' | 'papers'>) =>
  (applicationId: string): Promise<void> =>
    transact(async (changes) => {
      const application = await changes.load(APPLICATION, applicationId);
      const references = unnumbered(application);
      if (references.length === 0) return;
      const drawn = await papers.numbersOf(references);
      if (references.some((each) => !drawn.has(each))) {
        throw new TypeError('a paper that was issued is in the register');
      }
      changes.save(APPLICATION, applicationId, takeNumbers(application, drawn));
    });

/** In the transaction that issues or serves a paper without one: right after it, whatever dies. */
export function awaitNumbers(changes: Changes, after: Application, now: Instant): void {
  if (unnumbered(after).length === 0) return;
  changes.arm(APPLICATION, after.id, { kind: NUMBERS_DEADLINE, dueAt: now });
}
