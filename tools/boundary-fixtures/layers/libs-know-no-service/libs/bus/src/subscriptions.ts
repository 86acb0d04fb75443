import { subscriptions } from '../../../apps/approval/src/adapters/bus/subscriptions.js';

export const all = [subscriptions];
