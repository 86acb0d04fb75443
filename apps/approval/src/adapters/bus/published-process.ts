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
    within: termOf(within),
    stages: stages.map(stageDefinition),
    returns: returns.map(({ from, to }) => ({ from, to })),
  },
  ...(replaces !== undefined && { replaces }),
});

const termOf = ({ unit, days, source }: PublishProcessRequest['within']) => ({
  unit,
  days,
  source,
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
  reportsTo,
  inBatch,
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
  ...(reportsTo && {
    reportsTo: {
      agency: reportsTo.agency,
      agencyName: reportsTo.agencyName,
      within: termOf(reportsTo.within),
    },
  }),
  ...(inBatch === true && { inBatch }),
});
