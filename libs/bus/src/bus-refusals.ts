import { defineRefusals } from '@onewindow/kernel';

/** Every "no" of the bus itself, as callers and users see it. */
export const busRefusals = defineRefusals({
  'contract-unknown': {
    kind: 'not-found',
    zh: '对方不认识此请求或此版本，请更新到双方都支持的版本。',
    en: 'The service does not know this request or this version; use a version that both sides support.',
  },
  'payload-malformed': {
    kind: 'malformed',
    zh: '请求内容不是可读的 JSON，请按接口说明重新提交。',
    en: 'The request is not readable JSON; send it again as the interface describes.',
  },
  'payload-invalid': {
    kind: 'malformed',
    zh: '请求内容有误，请按所列各项改正后重新提交。',
    en: 'The request is not as declared; correct every point listed and send it again.',
  },
  'payload-too-large': {
    kind: 'too-large',
    zh: '请求过大，请减少内容；文件请先上传，请求中只带其哈希值。',
    en: 'The request is too large; send less, and upload files first so that only their hashes travel.',
  },
  'answer-too-large': {
    kind: 'too-large',
    zh: '结果过多，无法一次返回，请缩小查询范围。',
    en: 'The result is too large for one answer; narrow the query.',
  },
  'idempotency-key-needed': {
    kind: 'malformed',
    zh: '办理类请求须带幂等键（8 至 128 个可见字符），以便安全重试。',
    en: 'A command needs an idempotency key (8 to 128 visible characters), so that it can be retried safely.',
  },
  'not-signed-in': {
    kind: 'unauthenticated',
    zh: '请先登录再办理。',
    en: 'Sign in first.',
  },
  'actor-token-invalid': {
    kind: 'unauthenticated',
    zh: '身份凭证无效或已过期，请重新登录后再试。',
    en: 'The proof of who you are is invalid or has expired; sign in again and retry.',
  },
  'not-permitted': {
    kind: 'forbidden',
    zh: '您没有办理此事的权限；如确需办理，请联系管理员。',
    en: 'You may not do this; ask an administrator if it is part of your duties.',
  },
  busy: {
    kind: 'busy',
    zh: '当前办理人数较多，请稍后用同一幂等键重试。',
    en: 'The service is busy; try again shortly with the same idempotency key.',
  },
  'timed-out': {
    kind: 'timeout',
    zh: '未在规定时间内得到答复，结果未知；请用同一幂等键重试，不会重复办理。',
    en: 'No answer in time, so the outcome is unknown; retry with the same idempotency key, nothing is done twice.',
  },
  'nobody-answers': {
    kind: 'unavailable',
    zh: '对方服务暂时无法连接，请稍后重试。',
    en: 'The service cannot be reached at the moment; try again later.',
  },
  'reply-subject-not-allowed': {
    kind: 'forbidden',
    zh: '答复地址不属于调用方，请求未受理。',
    en: 'The reply subject does not belong to the caller; the request was not taken.',
  },
  'internal-error': {
    kind: 'internal',
    zh: '系统内部错误，已记录；请稍后用同一幂等键重试，仍不成功请联系管理员。',
    en: 'An internal error was recorded; retry later with the same idempotency key, then ask an administrator.',
  },
});
