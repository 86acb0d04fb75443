import type { Changes, Instant } from '@onewindow/kernel';
import type { Organisation } from '../domain/agency.js';
import { giveUp } from '../domain/award.js';
import { drawAndAward, enterValue, type ValueReading } from '../domain/drawing.js';
import { awardOf, type Project } from '../domain/project.js';
import { note } from '../domain/agency.js';
import { instantAfter } from '../domain/terms.js';
import { AGENCY, CONTRACT_DEADLINE, PROJECT } from './aggregates.js';
import { saveProject } from './end-project.js';
import { awardedProject, operatedProject, personOf, registerOf } from './own-records.js';
import type { Asking, MarketDependencies } from './ports.js';

export interface EnterPublicValue extends Omit<ValueReading, 'by'> {
  readonly projectNumber: string;
}

/** One officer enters the value that the notice names. */
export const enterPublicValue =
  ({ transact, now }: MarketDependencies) =>
  (
    { projectNumber, ...reading }: EnterPublicValue,
    { actor }: Asking,
  ): Promise<{ readAt: Instant }> =>
    transact(async (changes) => {
      const readAt = now();
      const project = await operatedProject(changes, projectNumber, actor);
      const by = personOf(actor).id;
      changes.save(PROJECT, projectNumber, enterValue(project, { ...reading, by }, readAt));
      return { readAt };
    });

export interface Drawn {
  readonly agency: Organisation;
  readonly drawnAt: Instant;
  readonly drawHash: string;
}

/** Another officer confirms the value; draw and award are saved together or not at all. */
export const confirmPublicValue =
  ({ transact, now, place, calendar }: MarketDependencies) =>
  (
    { projectNumber, value }: { readonly projectNumber: string; readonly value: string },
    { actor }: Asking,
  ): Promise<Drawn> =>
    transact(async (changes) => {
      const drawnAt = now();
      const project = await operatedProject(changes, projectNumber, actor);
      const { seed } = await registerOf(changes, projectNumber);
      const confirmation = { value, by: personOf(actor).id, seed };
      const terms = { contractWorkingDays: place.contractWorkingDays, calendar: calendar() };
      const change = drawAndAward(project, confirmation, drawnAt, terms);
      changes.save(PROJECT, projectNumber, change);
      armContract(changes, change.state);
      const [awarded] = change.state.awards;
      const { draw } = change.state;
      if (awarded === undefined || draw === undefined)
        throw new TypeError('drawn without an award');
      return { agency: awarded.agency, drawnAt, drawHash: draw.hash };
    });

export interface GiveUpAward {
  readonly projectNumber: string;
  readonly reason?: string;
}

/** The awarded agency gives up; without a reason that goes on its record (负面清单). */
export const giveUpAward =
  ({ transact, now, place, calendar }: MarketDependencies) =>
  ({ projectNumber, reason }: GiveUpAward, { actor }: Asking): Promise<{ givenUpAt: Instant }> =>
    transact(async (changes) => {
      const givenUpAt = now();
      const project = await awardedProject(changes, projectNumber, actor);
      const terms = { contractWorkingDays: place.contractWorkingDays, calendar: calendar() };
      const change = giveUp(project, reason, givenUpAt, terms);
      const creditCode = awardOf(project)?.agency.creditCode;
      if (reason === undefined && creditCode !== undefined) {
        const record = { kind: 'award-given-up', projectNumber, at: givenUpAt } as const;
        changes.save(AGENCY, creditCode, note(await changes.load(AGENCY, creditCode), record));
      }
      changes.disarm(PROJECT, projectNumber, CONTRACT_DEADLINE);
      await saveProject(changes, project, change);
      if (change.state.status === 'awarded') armContract(changes, change.state);
      return { givenUpAt };
    });

function armContract(changes: Changes, project: Project): void {
  const dueAt = instantAfter(awardOf(project)?.contractBy ?? {});
  if (dueAt !== undefined) changes.arm(PROJECT, project.id, { kind: CONTRACT_DEADLINE, dueAt });
}
