import { defineRefusals } from '@onewindow/kernel';

export const journalRefusals = defineRefusals({
  'not-found': {
    kind: 'not-found',
    zh: '没有找到所指的事项记录，请核对编号。',
    en: 'There is no such record; check the id.',
  },
  'already-exists': {
    kind: 'conflict',
    zh: '同一编号或同一唯一信息的记录已经存在，请先查询已有记录。',
    en: 'A record with the same id or the same unique value exists already; look it up first.',
  },
  busy: {
    kind: 'busy',
    zh: '系统繁忙，请稍后用同一幂等键重试。',
    en: 'The service is busy; try again later with the same idempotency key.',
  },
  'database-unavailable': {
    kind: 'unavailable',
    zh: '数据库暂时不可用，请稍后用同一幂等键重试。',
    en: 'The database cannot be reached now; try again later with the same idempotency key.',
  },
  'took-too-long': {
    kind: 'unavailable',
    zh: '查询用时过长，已停止；请缩小查询范围（如加上筛选条件或更完整的关键词），或稍后再试。',
    en: 'The question took too long and was stopped; narrow it with a filter or more words, or ask again later.',
  },
  'idempotency-key-reused': {
    kind: 'conflict',
    zh: '该幂等键已用于另一请求，请为新请求使用新的幂等键。',
    en: 'This idempotency key was used for another request; use a new key for a new request.',
  },
  'text-not-storable': {
    kind: 'malformed',
    zh: '文字含有空字符或不完整的字符，请删除后重新提交。',
    en: 'A text holds a NUL or half a character; remove it and send again.',
  },
  'event-too-large': {
    kind: 'too-large',
    zh: '要告知其他服务的内容过大，无法送达；请减少内容后重新提交。',
    en: 'What other services would have to be told is too large to be sent; shorten it and send again.',
  },
  'nested-too-deeply': {
    kind: 'malformed',
    zh: '内容嵌套层次过深，请简化后重新提交。',
    en: 'The content is nested too deeply; simplify it and send again.',
  },
  'message-not-understood': {
    kind: 'malformed',
    zh: '收到的消息不符合约定，已搁置，请核对双方版本后重试。',
    en: 'The message does not keep to a known contract and is parked; compare both versions and retry.',
  },
  'parked-message-unknown': {
    kind: 'not-found',
    zh: '没有这条搁置的消息，可能已经处理。',
    en: 'There is no such parked message; it may have been handled.',
  },
  'effects-halted': {
    kind: 'conflict',
    zh: '主机时钟不可信，法定效果暂停记录；请先校准时钟并恢复记录，再重试。',
    en: 'The clock cannot be trusted and the recording of legal effects is halted; set it right, resume the effects, then retry.',
  },
  'parked-message-waits': {
    kind: 'conflict',
    zh: '这条消息排在另一条搁置的消息之后，请先重试前一条。',
    en: 'This message waits behind another parked one; retry that one first.',
  },
});
