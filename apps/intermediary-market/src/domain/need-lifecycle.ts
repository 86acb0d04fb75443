import { lifecycle, type StateOf } from '@onewindow/kernel';

/** A report that an application lacks; a project that failed opens it again. */
export const needLifecycle = lifecycle('open', {
  open: { publish: 'published', meet: 'met', lapse: 'lapsed' },
  published: { reopen: 'open', meet: 'met', lapse: 'lapsed' },
  met: {},
  lapsed: {},
});

export type NeedStatus = StateOf<typeof needLifecycle>;
