import { lifecycle, type StateOf } from '@onewindow/kernel';

/** The consultation of departments 征求意见 on one track. What comes late is recorded, whatever has been settled or decided. */
export const consultationLifecycle = lifecycle('asking', {
  asking: {
    ask: 'asking',
    remind: 'asking',
    'record-answer': 'asking',
    'record-last-answer': 'settled',
    'note-silence': 'asking',
    'note-last-silence': 'settled',
    close: 'closed',
  },
  settled: { ask: 'asking', 'record-answer': 'settled', close: 'closed' },
  // The track was decided or withdrawn; it may be reopened, and departments asked anew.
  closed: { ask: 'asking', 'record-answer': 'closed' },
});

export type ConsultationStatus = StateOf<typeof consultationLifecycle>;
