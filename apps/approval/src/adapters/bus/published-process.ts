import type { PublishProcessRequest, StageOfProcess } from '@onewindow/contracts';
import type { Condition } from '@onewindow/kernel';
import type { StageDefinition } from '../../domain/process/definition.js';
import type { PublishingOfProcess } from '../../domain/process/publishing.js';

/** A definition as it was handed in; whether its conditions are any is for the domain to say. */
export const publishingOf = ({
  code,
  name,
  within,
  stages,
  returns,
  replaces,
}: PublishProcessRequest): PublishingOfProcess => ({
  code,
  definition: {
    name,
    within: { unit: within.unit, days: within.days, source: within.source },
    stages: stages.map(stageDefinition),
    returns: returns.map(({ from, to }) => ({ from, to })),
  },
  ...(replaces !== undefined && { replaces }),
});

const stageDefinition = ({
  code,
  name,
  kind,
  role,
  agency,
  agencyName,
  after,
  join,
  atLeast,
  when,
  workingDays,
}: StageOfProcess): StageDefinition => ({
  code,
  name,
  kind,
  role,
  after,
  ...(agency !== undefined && { agency }),
  ...(agencyName !== undefined && { agencyName }),
  ...(atLeast !== undefined ? { join: atLeast } : join !== undefined && { join }),
  ...(when && { when: when as unknown as Condition }),
  ...(workingDays !== undefined && { workingDays }),
});
