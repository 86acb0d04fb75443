import type { Memory } from '@onewindow/testing/memory';
import { caseKind } from '../src/domain/case/case.js';
import { officerKind } from '../src/domain/officers/officer.js';
import { activeStages, agencyOfStage, stagesOf } from '../src/domain/process/stages-of-track.js';
import { trackId, trackKind, type Track } from '../src/domain/track/track.js';
import type { OfficersAtWork, StageOfAgency } from '../src/use-cases/ports.js';

/** Officers, what they have to do and what they had, as the tables tell it, read from the states themselves. */
export function officersIn(memory: () => Memory): OfficersAtWork {
  const heldBy = (account: string) =>
    memory()
      .all(trackKind)
      .flatMap((track) =>
        activeStages(track)
          .filter(({ code }) => track.assignments?.[code]?.officer === account)
          .map(({ code }) => ({ track, stage: code })),
      );
  const atWork = (agency: string) =>
    memory()
      .all(officerKind)
      .filter((each) => each.agency === agency && each.status === 'in-post')
      .map((officer) => {
        const tasks = heldBy(officer.account);
        const siteVisit = tasks.filter(({ track }) => track.siteVisit).length;
        return { officer, open: { usual: tasks.length - siteVisit, siteVisit } };
      });
  const hadBy = (track: Track, { agency, stage: code }: StageOfAgency) => {
    const stage = stagesOf(track).find((each) => each.code === code);
    return agencyOfStage(track, stage).agency === agency ? track.assignments?.[code] : undefined;
  };
  return {
    of: async (agencies) => new Map(agencies.map((agency) => [agency, atWork(agency)])),
    lastWith: async (applicant, stages, most) =>
      stages.map((at) =>
        memory()
          .all(trackKind)
          .flatMap((track) => {
            const { caseNumber, item } = track;
            const of = memory().stateOf(caseKind, caseNumber);
            const had = hadBy(track, at);
            return had !== undefined && of?.applicant.creditCode === applicant
              ? [
                  {
                    caseNumber,
                    trackId: trackId(caseNumber, item),
                    since: had.since,
                    officer: had.officer,
                  },
                ]
              : [];
          })
          .toSorted((one, other) => (one.since < other.since ? 1 : -1))
          .slice(0, most),
      ),
    tasksOf: async (account, after, most) =>
      heldBy(account)
        .map(({ track: { caseNumber, item }, stage }) => {
          const id = trackId(caseNumber, item);
          return { id: `${id}:${stage}`, trackId: id, stage };
        })
        .filter(({ id }) => id > after)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .slice(0, most),
  };
}
