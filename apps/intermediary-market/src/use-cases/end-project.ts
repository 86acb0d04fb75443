import type { Change, Changes, Instant } from '@onewindow/kernel';
import { cancel } from '../domain/closing.js';
import { isOperator, isOwner } from '../domain/may-see.js';
import { reopenNeed } from '../domain/need.js';
import type { Project, ProjectEvent } from '../domain/project.js';
import { marketRefusals } from '../domain/refusals.js';
import { seal } from '../domain/sign-up-register.js';
import {
  CLOSING_DEADLINE,
  CONTRACT_DEADLINE,
  NEED,
  PROJECT,
  SIGN_UP_REGISTER,
} from './aggregates.js';
import { anyProject, registerOf } from './own-records.js';
import type { Asking, MarketDependencies } from './ports.js';

export interface CancelProject {
  readonly projectNumber: string;
  readonly reason: string;
}

/** The owner takes a project back while sign-up is open; an operator annuls one before its contract. */
export const cancelProject =
  ({ transact, now }: MarketDependencies) =>
  (
    { projectNumber, reason }: CancelProject,
    { actor }: Asking,
  ): Promise<{ cancelledAt: Instant }> =>
    transact(async (changes) => {
      const cancelledAt = now();
      const project = await anyProject(changes, projectNumber);
      const operator = isOperator(actor, project.region);
      if (!operator && !isOwner(project, actor)) throw marketRefusals.refuse('not-found');
      const change = cancel(project, operator ? 'operator' : 'owner', reason, cancelledAt);
      await saveProject(changes, project, change);
      const register = await registerOf(changes, projectNumber);
      if (register.status === 'open') changes.save(SIGN_UP_REGISTER, projectNumber, seal(register));
      return { cancelledAt };
    });

/** Saves a project; where it came to nothing its need is open again and nothing of it is awaited any more. */
export async function saveProject(
  changes: Changes,
  before: Project,
  change: Change<Project, ProjectEvent>,
): Promise<void> {
  const { id, need, status } = change.state;
  changes.save(PROJECT, id, change);
  if (before.status === status || (status !== 'failed' && status !== 'cancelled')) return;
  changes.disarm(PROJECT, id, CLOSING_DEADLINE);
  changes.disarm(PROJECT, id, CONTRACT_DEADLINE);
  if (need === undefined) return;
  const kept = await changes.find(NEED, need.id);
  if (kept !== undefined) changes.save(NEED, need.id, reopenNeed(kept, id));
}
