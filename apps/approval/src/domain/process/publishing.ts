import { refuseWhenUnmet, type Change, type Instant, type KnownItem } from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import type { Process, ProcessDefinition, ProcessEvent } from './definition.js';
import { unmetOfCatalogue } from './known-to-the-catalogue.js';
import { unmetOfDefinition } from './unmet-of-definition.js';

export interface PublishingOfProcess {
  readonly code: string;
  readonly definition: ProcessDefinition;
  /** The version that the editor saw; another one since then is not overwritten. */
  readonly replaces?: number;
}

/** A definition is published whole or not at all; tracks that run keep the one that they were opened under. */
export function publishProcess(
  before: Process | undefined,
  {
    code,
    definition,
    replaces,
    item,
  }: PublishingOfProcess & { readonly item?: KnownItem | undefined },
  administrator: { readonly id: string },
  now: Instant,
): Change<Process, ProcessEvent> {
  const version = before?.version ?? 0;
  if (replaces !== undefined && replaces !== version) {
    throw approvalRefusals.refuse('process-changed-meanwhile', [
      {
        rule: 'replaces-the-newest',
        path: 'replaces',
        message: {
          zh: `现行版本是第 ${version} 版，请在它的基础上修改。`,
          en: `Version ${version} is in force; make the change to that one.`,
        },
      },
    ]);
  }
  const faults = [...unmetOfDefinition(definition), ...unmetOfCatalogue(definition, item)];
  refuseWhenUnmet(faults, (unmet) => approvalRefusals.refuse('process-not-publishable', unmet));
  const next = version + 1;
  return {
    state: {
      code,
      version: next,
      definition,
      publishedAt: now,
      publishedBy: administrator.id,
    },
    events: [{ type: 'process-published', version: next }],
  };
}
