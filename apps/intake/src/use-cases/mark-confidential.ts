import type { Instant } from '@onewindow/kernel';
import { markConfidential as decide } from '../domain/confidentiality.js';
import type { ConfidentialityMark } from '../domain/publication-ruling.js';
import { APPLICATION } from './aggregates.js';
import { loadOwn } from './own-application.js';
import type { Asking, IntakeDependencies } from './ports.js';

export interface MarkConfidential {
  readonly applicationId: string;
  readonly marks: readonly ConfidentialityMark[];
}

/** With the filing or at any time later the applicant says what is confidential; the agency is told once there is a case. */
export const markConfidential =
  ({ transact, now }: IntakeDependencies) =>
  ({ applicationId, marks }: MarkConfidential, { actor }: Asking): Promise<{ markedAt: Instant }> =>
    transact(async (changes) => {
      const markedAt = now();
      const application = await loadOwn(changes, applicationId, actor);
      changes.save(APPLICATION, applicationId, decide(application, marks, markedAt));
      return { markedAt };
    });
