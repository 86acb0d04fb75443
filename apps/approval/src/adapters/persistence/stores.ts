import { defineStore, type AggregateStore } from '@onewindow/journal';
import { calendarYearStore, knownItemStore } from '@onewindow/service';
import { caseKind } from '../../domain/case/case.js';
import { consultationKind } from '../../domain/consultation/consultation.js';
import { handoverKind } from '../../domain/handover/handover.js';
import { inspectionKind } from '../../domain/inspection/inspection.js';
import { interestKind } from '../../domain/interest/interested-parties.js';
import { licenceKind } from '../../domain/licence/licence.js';
import { definitionKind, definitionVersionKind } from '../../domain/process/definition.js';
import { quotaId, quotaKind } from '../../domain/quota/quota.js';
import { officerKind, rosterKind } from '../../domain/officers/officer.js';
import { workTransferKind } from '../../domain/officers/work-transfer.js';
import { trackKind } from '../../domain/track/track.js';
import {
  casePublications,
  consultationPublications,
  handoverPublications,
  inspectionPublications,
  interestPublications,
  licencePublications,
  quotaPublications,
  definitionPublications,
  officerPublications,
  rosterPublications,
  trackPublications,
  workTransferPublications,
} from '../bus/publications.js';

/** Everything about one case hangs together by the application that it came from. */
const correlationOf = ({ applicationId }: { readonly applicationId: string }) => applicationId;

const byCode = ({ code }: { readonly code: string }) => code;

/** The aggregates that approval writes. */
export const stores = (): readonly AggregateStore[] => [
  calendarYearStore(),
  knownItemStore(),
  defineStore({ kind: caseKind, correlationOf, publications: casePublications }),
  defineStore({ kind: trackKind, correlationOf, publications: trackPublications }),
  defineStore({
    kind: consultationKind,
    correlationOf,
    publications: consultationPublications,
  }),
  defineStore({ kind: inspectionKind, correlationOf, publications: inspectionPublications }),
  defineStore({
    kind: quotaKind,
    correlationOf: ({ region, item }) => quotaId(region, item),
    publications: quotaPublications,
  }),
  defineStore({ kind: interestKind, correlationOf, publications: interestPublications }),
  defineStore({ kind: licenceKind, correlationOf, publications: licencePublications }),
  defineStore({ kind: handoverKind, correlationOf, publications: handoverPublications }),
  defineStore({
    kind: definitionKind,
    correlationOf: byCode,
    publications: definitionPublications,
  }),
  defineStore({
    kind: definitionVersionKind,
    correlationOf: byCode,
    publications: definitionPublications,
  }),
  defineStore({
    kind: officerKind,
    correlationOf: ({ account }) => `officer:${account}`,
    publications: officerPublications,
  }),
  defineStore({
    kind: workTransferKind,
    correlationOf: ({ account }) => `officer:${account}`,
    publications: workTransferPublications,
  }),
  defineStore({
    kind: rosterKind,
    correlationOf: ({ agency }) => `roster:${agency}`,
    publications: rosterPublications,
  }),
];
