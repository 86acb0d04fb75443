import type { ExclusionReason, FrozenList } from '@onewindow/draw';
import { close, exclude, type Candidate } from '../domain/closing.js';
import { seal, standing } from '../domain/sign-up-register.js';
import { AGENCY, SIGN_UP_REGISTER } from './aggregates.js';
import { saveProject } from './end-project.js';
import { anyProject, operatedProject, registerOf } from './own-records.js';
import type { Asking, MarketDependencies } from './ports.js';

/** The term for sign-up ended: the register is sealed and the list becomes public, in one transaction. */
export const closeSignUp =
  ({ transact }: MarketDependencies) =>
  ({ projectNumber }: { readonly projectNumber: string }): Promise<void> =>
    transact(async (changes) => {
      const project = await anyProject(changes, projectNumber);
      if (project.status !== 'published') return;
      const register = await registerOf(changes, projectNumber);
      const candidates = await Promise.all(
        standing(register).map(async ({ name, creditCode }): Promise<Candidate> => ({
          name,
          creditCode,
          agency: await changes.find(AGENCY, creditCode),
        })),
      );
      changes.save(SIGN_UP_REGISTER, projectNumber, seal(register));
      await saveProject(changes, project, close(project, candidates));
    });

export interface ExcludeAgency {
  readonly projectNumber: string;
  readonly creditCode: string;
  readonly reasons: readonly ExclusionReason[];
}

/** Takes an agency off the frozen list, for reasons that are public. */
export const excludeAgency =
  ({ transact, now }: MarketDependencies) =>
  (
    { projectNumber, creditCode, reasons }: ExcludeAgency,
    { actor }: Asking,
  ): Promise<{ list?: FrozenList }> =>
    transact(async (changes) => {
      const at = now();
      const project = await operatedProject(changes, projectNumber, actor);
      const change = exclude(project, creditCode, reasons, at);
      await saveProject(changes, project, change);
      const { status, list } = change.state;
      return status === 'failed' || list === undefined ? {} : { list };
    });
