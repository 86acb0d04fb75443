import { lifecycle, type ActionOf, type StateOf } from '@onewindow/kernel';

/** The steps of one project 中介服务项目, from its notice to the ratings. */
export const projectLifecycle = lifecycle('published', {
  published: { close: 'closed', fail: 'failed', cancel: 'cancelled' },
  closed: {
    exclude: 'closed',
    enterValue: 'closed',
    // The draw and the award are one step: there is no award without a draw.
    draw: 'awarded',
    fail: 'failed',
    annul: 'cancelled',
  },
  awarded: {
    proposeContract: 'contract-proposed',
    moveUp: 'awarded',
    fail: 'failed',
    annul: 'cancelled',
  },
  'contract-proposed': {
    returnContract: 'awarded',
    signContract: 'under-contract',
    moveUp: 'awarded',
    fail: 'failed',
    annul: 'cancelled',
  },
  'under-contract': { deliver: 'delivered' },
  delivered: { rate: 'delivered' },
  failed: {},
  cancelled: {},
});

export type ProjectStatus = StateOf<typeof projectLifecycle>;
export type ProjectAction = ActionOf<typeof projectLifecycle>;
