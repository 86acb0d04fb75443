import type { Answers, Changes, Instant } from '@onewindow/kernel';
import {
  caseKind,
  requireCaseOf,
  openCase as decide,
  type AcceptedApplication,
} from '../domain/case/case.js';
import { agenciesOfPlan, withAgencies } from '../domain/plan/agencies-of-plan.js';
import { plannedTrack } from '../domain/plan/planned-track.js';
import { definitionKind } from '../domain/process/definition.js';
import { underProcess } from '../domain/process/passing-stages.js';
import { openTrack, type AcceptedItem } from '../domain/track/open-track.js';
import type { Track } from '../domain/track/track.js';
import { assignTasks } from './assign-tasks.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies } from './ports.js';
import { fileUnderQuotas } from './quotas.js';
import { createCase, createTrack } from './records.js';

/** What intake tells of an accepted application. */
export interface OpenCase extends Omit<AcceptedApplication, 'acceptedAt'> {
  readonly acceptedAt: Instant;
  readonly items: readonly AcceptedItem[];
  /** What the applicant answered that conditions of stages may turn on. */
  readonly answers?: Answers;
}

/** Opens the case and its parallel tracks together; the same application told again opens nothing. */
export const openCase =
  (deps: ApprovalDependencies) =>
  ({ items, answers, plan: planned, ...rest }: OpenCase): Promise<void> =>
    deps.transact(async (changes) => {
      const { applicationId, caseNumber, acceptedAt } = rest;
      const plan =
        planned && withAgencies(planned, codesOf(items), deps.place.agenciesByName ?? {});
      const accepted = plan === undefined ? rest : { ...rest, plan };
      const existing = await changes.find(caseKind, caseNumber);
      if (existing !== undefined) return requireCaseOf(existing, applicationId);
      const counting = countingOf(deps);
      const processes = await processesOf(changes, items, answers);
      const tracks = items.map((item, index) =>
        plannedTrack(
          openTrack(
            {
              applicationId,
              caseNumber,
              ordinal: index + 1,
              acceptedAt,
              item,
              ...processes[index],
            },
            counting,
          ),
          { ...accepted, tracks: items },
          deps.place.waitingTracks ?? 'clocks-run',
          counting,
        ),
      );
      const dues = tracks.map(({ state: { item, itemName, agency, dates } }) => ({
        item,
        itemName,
        agency,
        statutory: dates.statutory,
        ...(dates.promised && { promised: dates.promised }),
      }));
      const opening = {
        tracks: dues,
        leadAgencyName: items[0]?.agencyName ?? '',
        alsoAgencies: [
          ...new Set([...stageAgencies(tracks), ...(plan ? agenciesOfPlan(plan) : [])]),
        ],
      };
      const opened = decide(accepted, opening, deps.now(), counting);
      createCase(changes, opened);
      for (const track of tracks) createTrack(changes, track);
      const states = tracks.map(({ state }) => state);
      await fileUnderQuotas(changes, opened.state, states, deps);
      await assignTasks(deps, changes, opened.state, states);
    });

const codesOf = (items: readonly AcceptedItem[]) => items.map(({ item }) => item);

/** Officers of these may see the case, whose stages they do. */
const stageAgencies = (tracks: readonly { readonly state: Track }[]): readonly string[] =>
  tracks.flatMap(({ state: { stages = [] } }) => stages.flatMap(({ agency }) => agency ?? []));

/** The definitions that are in force now; each track keeps its own from here on. */
const processesOf = (changes: Changes, items: readonly AcceptedItem[], answers?: Answers) =>
  Promise.all(
    items.map(async ({ item }) => {
      const process = await changes.find(definitionKind, item);
      return process === undefined ? {} : underProcess(process, answers);
    }),
  );
