import type { FileProvenance, HeldFile } from '../domain/application.js';
import { lockerFileId, storeReport } from '../domain/locker.js';
import { followReports, receiveReport as decide } from '../domain/reports.js';
import { instantAfter } from '../domain/terms.js';
import { ANSWER_DEADLINE, APPLICATION, CORRECTION_DEADLINE, LOCKER_FILE } from './aggregates.js';
import type { IntakeDependencies } from './ports.js';

export interface ReceiveReport {
  readonly applicationId: string;
  readonly material: string;
  readonly file: Omit<HeldFile, 'provenance'>;
  readonly provenance: FileProvenance;
}

/**
 * A report came from the market 中介超市: it goes into the applicant's locker, and by itself onto the application where its
 * material is still missing. Told again it changes nothing.
 */
export const receiveReport =
  ({ transact, now, place, calendar }: IntakeDependencies) =>
  ({ applicationId, material, provenance, ...told }: ReceiveReport): Promise<void> =>
    transact(async (changes) => {
      const at = now();
      const application = await changes.load(APPLICATION, applicationId);
      const { projectNumber, deliveredAt } = provenance;
      const file: HeldFile = { ...told.file, provenance };
      const id = lockerFileId(projectNumber, file.hash);
      if ((await changes.find(LOCKER_FILE, id)) !== undefined) return;
      const report = { projectNumber, material, file, deliveredAt };
      changes.create(LOCKER_FILE, id, storeReport(report, application, at));
      const terms = { ...place, calendar: calendar() };
      const change = followReports(decide(application, { material, file }, at, terms), at);
      changes.save(APPLICATION, applicationId, change);
      if (change.state.status === application.status) return;
      changes.disarm(APPLICATION, applicationId, CORRECTION_DEADLINE);
      const dueAt = instantAfter(change.state.answerBy);
      if (dueAt !== undefined)
        changes.arm(APPLICATION, applicationId, { kind: ANSWER_DEADLINE, dueAt });
    });
