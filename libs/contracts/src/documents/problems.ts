import type { JsonSchema } from '../validation/index.js';

const message: JsonSchema = {
  type: 'object',
  properties: { zh: { type: 'string' }, en: { type: 'string' } },
  required: ['zh', 'en'],
};

/** A refusal over HTTP, RFC 9457. */
const problem: JsonSchema = {
  type: 'object',
  description: 'RFC 9457',
  properties: {
    type: { type: 'string', format: 'uri' },
    title: {
      type: 'string',
      description: 'In the language of Accept-Language, Chinese by default.',
    },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', format: 'uri', description: 'The request, as the logs know it.' },
    code: { type: 'string', description: 'Stable name of the refusal.' },
    messages: message,
    unmet: {
      type: 'array',
      description: 'Every requirement that is not met, never only the first.',
      items: {
        type: 'object',
        properties: {
          rule: { type: 'string' },
          message,
          path: { type: 'string', description: 'Where in the request: `materials.0.file`.' },
          source: { type: 'string', description: 'Article that asks for it.' },
        },
        required: ['rule', 'message'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'messages', 'unmet'],
};

export const problemSchemas = { Problem: problem } as const;

const PROBLEMS: Readonly<Record<string, string>> = {
  400: '请求有误 The request is malformed or a field is wrong',
  401: '未登录或登录已失效 Nobody is signed in, or the session is over',
  403: '没有权限 The person may not do this',
  404: '没有找到 There is no such thing, or it does not concern the person',
  409: '与当前状态冲突 The current state does not allow it, or the key was used for another request',
  413: '请求过大 The request is too large',
  415: '内容类型不支持 The content type is not accepted',
  422: '不符合要求 Requirements are not met; all of them are listed',
  429: '请求过于频繁 Too much was asked; see Retry-After',
  500: '系统内部错误 An internal error was recorded',
  503: '暂时无法办理 Not now; try again with the same idempotency key',
  504: '结果未知 No answer in time; try again with the same idempotency key, nothing is done twice',
};

export const problemResponses = Object.fromEntries(
  Object.entries(PROBLEMS).map(([status, description]) => [
    `Problem${status}`,
    {
      description,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
);

export const refusedWith = (statuses: readonly number[]): JsonSchema =>
  Object.fromEntries(
    statuses.map((status) => [
      String(status),
      { $ref: `#/components/responses/Problem${String(status)}` },
    ]),
  );
