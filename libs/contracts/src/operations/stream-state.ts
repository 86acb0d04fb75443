import { defineQuery } from '../contract.js';
import { JOURNAL_SERVICES } from './operations.js';
import { NoRequest, StreamStateReply } from './payloads.js';

/** A relay may not ask the broker itself: rights on its API could be turned into forged messages. */
export const StreamState = defineQuery({
  name: 'provisioner.stream-state',
  version: 1,
  callers: JOURNAL_SERVICES,
  permitted: 'service',
  request: NoRequest,
  reply: StreamStateReply,
  summary: { zh: '调用方自己的事件流的状态', en: "State of the caller's own event stream" },
});
