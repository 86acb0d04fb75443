import { lifecycle, type StateOf } from '@onewindow/kernel';

/** One joint inspection 联合踏勘; the last signature of the last checklist completes it. */
export const inspectionLifecycle = lifecycle('arranged', {
  arranged: { 'record-checklist': 'under-way' },
  'under-way': {
    'record-checklist': 'under-way',
    'sign-checklist': 'under-way',
    'sign-last-checklist': 'completed',
  },
  completed: {},
});

export type InspectionStatus = StateOf<typeof inspectionLifecycle>;
