import { lifecycle, type StateOf } from '@onewindow/kernel';

/** A draft goes back to its editors with every change; what was published can be drafted anew. */
export const itemDraftLifecycle = lifecycle('drafted', {
  drafted: { edit: 'drafted', approve: 'reviewed', return: 'drafted', publishAtOnce: 'published' },
  reviewed: {
    edit: 'drafted',
    return: 'drafted',
    publish: 'published',
    publishAtOnce: 'published',
  },
  published: { edit: 'drafted', publishAtOnce: 'published' },
});

export type ItemDraftStatus = StateOf<typeof itemDraftLifecycle>;
