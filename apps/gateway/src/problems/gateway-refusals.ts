import { defineRefusals, Refusal, type UnmetRule } from '@onewindow/kernel';

/** Every "no" that the HTTP door itself gives, beside those of the services and of the bus. */
export const gatewayRefusals = defineRefusals({
  'route-unknown': {
    kind: 'not-found',
    zh: '没有这个接口地址，请对照接口说明（/api/docs）核对。',
    en: 'There is no such address; compare it with the interface description at /api/docs.',
  },
  'method-not-allowed': {
    kind: 'malformed',
    zh: '此地址不支持该请求方法，请使用 Allow 标头中列出的方法。',
    en: 'This address does not take that method; use one that the Allow header lists.',
  },
  'media-type-not-accepted': {
    kind: 'malformed',
    zh: '请求内容须为 application/json；上传文件须为 multipart/form-data。',
    en: 'Send application/json; for an upload send multipart/form-data.',
  },
  'address-malformed': {
    kind: 'malformed',
    zh: '请求地址无法读取，请检查其中的转义字符。',
    en: 'The address cannot be read; check its escaped characters.',
  },
  'request-incomplete': {
    kind: 'malformed',
    zh: '请求在传送中中断或无法读取，请重新提交。',
    en: 'The request broke off or could not be read; send it again.',
  },
  'participant-unknown': {
    kind: 'not-found',
    zh: '没有这个服务实例，请核对实例名称。',
    en: 'There is no such instance of this service; check its name.',
  },
  'participant-needed': {
    kind: 'malformed',
    zh: '此服务有多个实例，请写明 participant。',
    en: 'This service has several instances; say which one in participant.',
  },
  'department-unknown': {
    kind: 'not-found',
    zh: '该部门未接入本平台，请核对部门代码。',
    en: 'No instance serves this department; check its code.',
  },
  'session-invalid': {
    kind: 'unauthenticated',
    zh: '登录已失效，请重新登录。',
    en: 'The session is not valid any more; sign in again.',
  },
  'sign-in-refused': {
    kind: 'unauthenticated',
    zh: '账号或密码不正确。',
    en: 'The account or the password is wrong.',
  },
  'sign-in-throttled': {
    kind: 'too-many',
    zh: '登录失败次数过多，请稍后再试。',
    en: 'Too many failed sign-ins; try again later.',
  },
  'codes-throttled': {
    kind: 'too-many',
    zh: '编号或查询码错误次数过多，请按 Retry-After 所示时间后再试，或登录后查看。',
    en: 'Too many wrong numbers or codes; try again after the time that Retry-After says, or sign in.',
  },
  'too-many-requests': {
    kind: 'too-many',
    zh: '请求过于频繁，请按 Retry-After 所示时间后再试。',
    en: 'Too many requests; try again after the time that Retry-After says.',
  },
  'too-many-streams': {
    kind: 'too-many',
    zh: '打开的实时进度过多，请关闭其他页面后再试。',
    en: 'Too many live streams are open; close another page and try again.',
  },
  'file-missing': {
    kind: 'malformed',
    zh: '上传内容须恰好包含一个名为 file 的文件。',
    en: 'An upload holds exactly one file, in the field named file.',
  },
});

/** A refusal that says after how many seconds it is worth trying again. */
export class PassingRefusal extends Refusal {
  constructor(
    { code, kind, messages, unmet }: Refusal,
    readonly retryAfterSeconds: number,
  ) {
    super(code, kind, messages, unmet);
  }
}

/** A refusal of the method that says which ones the address takes. */
export class MethodNotAllowed extends Refusal {
  constructor(readonly allowed: readonly string[]) {
    const { code, kind, messages } = gatewayRefusals.refuse('method-not-allowed');
    super(code, kind, messages);
  }
}

/** A fault in one field, in the shape in which validation reports it. */
export const fieldFault = (rule: string, path: string, zh: string, en: string): UnmetRule => ({
  rule,
  path,
  message: { zh, en },
});
