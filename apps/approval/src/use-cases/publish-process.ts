import { knownItemKind, type Message } from '@onewindow/kernel';
import {
  definitionKind,
  definitionVersionId,
  definitionVersionKind,
} from '../domain/process/definition.js';
import { remarkOnUnknown } from '../domain/process/known-to-the-catalogue.js';
import {
  publishProcess as decide,
  type PublishingOfProcess,
} from '../domain/process/publishing.js';
import type { ApprovalDependencies, Asking } from './ports.js';

export interface PublishedProcess {
  readonly code: string;
  readonly version: number;
  /** What could not be checked. */
  readonly remarks: readonly Message[];
}

/** Puts a definition in force for an item and keeps it as a version of its own, in one transaction. */
export const publishProcess =
  ({ transact, now }: ApprovalDependencies) =>
  (request: PublishingOfProcess, { actor }: Asking): Promise<PublishedProcess> =>
    transact(async (changes) => {
      const { code } = request;
      const before = await changes.find(definitionKind, code);
      const item = await changes.find(knownItemKind, code);
      const change = decide(before, { ...request, item }, actor, now());
      const { version } = change.state;
      if (before === undefined) changes.create(definitionKind, code, change);
      else changes.save(definitionKind, code, change);
      changes.create(definitionVersionKind, definitionVersionId(code, version), change);
      return { code, version, remarks: remarkOnUnknown(code, item) };
    });
