import { FindCaseReply } from '../approval/index.js';
import { FollowApplicationRequest } from '../intake/index.js';
import { FileUploaded, PersonView, SessionOpened, SignInRequest } from '../door/index.js';
import type { JsonSchema } from '../validation/index.js';
import { refusedWith } from './problems.js';
import type { SchemaBook } from './schema-book.js';

const session = [{ session: [] }];
const inPath = (name: string, schema: JsonSchema): JsonSchema => ({
  name,
  in: 'path',
  required: true,
  schema,
});
const answered = (description: string, type: string, schema: JsonSchema): JsonSchema => ({
  description,
  content: { [type]: { schema } },
});

/** What the gateway offers beside the contracts: sessions, bytes and live progress. */
export function doorOperations(book: SchemaBook): Readonly<Record<string, JsonSchema>> {
  return {
    '/api/session': sessionOperations(book),
    '/api/files': { post: upload(book) },
    '/api/applications/{applicationId}/files/{hash}': { get: download },
    '/api/locker/{lockerFile}/content': { get: lockerDownload },
    '/api/market/projects/{projectNumber}/files/{hash}': { get: marketDownload },
    '/api/items/{code}/guide.pdf': guideOperations,
    '/api/papers/{number}/pdf': paperOperations,
    '/api/papers/{number}/service-record.pdf': { get: serviceRecord },
    '/api/cases/{caseNumber}/events': { get: progress(book) },
    '/api/progress/events': { post: matterProgress(book) },
  };
}

const sessionOperations = (book: SchemaBook): JsonSchema => ({
  post: {
    operationId: 'signIn',
    tags: ['session'],
    summary: '登录 Opens a session of eight hours',
    security: [],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: book.asked.refTo(SignInRequest),
          example: { account: 'lin.yue', password: '…' },
        },
      },
    },
    responses: {
      200: answered('OK', 'application/json', book.told.refTo(SessionOpened)),
      ...refusedWith([400, 401, 429, 500, 503]),
    },
  },
  get: {
    operationId: 'whoAmI',
    tags: ['session'],
    summary: '当前登录人 Tells who is signed in',
    security: session,
    responses: {
      200: answered('OK', 'application/json', book.told.refTo(PersonView)),
      ...refusedWith([401, 429]),
    },
  },
  delete: {
    operationId: 'signOut',
    tags: ['session'],
    summary: '退出登录 Ends the session',
    security: session,
    responses: { 204: { description: 'OK' }, ...refusedWith([401, 429]) },
  },
});

const upload = (book: SchemaBook): JsonSchema => ({
  operationId: 'uploadFile',
  tags: ['files'],
  summary: '上传文件 Uploads one file and answers with its receipt',
  description:
    '文件类型按内容识别。命令中只提交回执。 The type is what the bytes show; commands carry only the receipt.',
  security: session,
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
          required: ['file'],
        },
      },
    },
  },
  responses: {
    201: answered('Created', 'application/json', book.told.refTo(FileUploaded)),
    ...refusedWith([400, 401, 413, 415, 422, 429, 500, 503]),
  },
});

const download: JsonSchema = {
  operationId: 'downloadFile',
  tags: ['files'],
  summary: '下载材料文件 Gives out a file of an application to those whom it concerns',
  security: session,
  parameters: [
    inPath('applicationId', { type: 'string', format: 'uuid' }),
    inPath('hash', { type: 'string', pattern: '^[0-9a-f]{64}$' }),
  ],
  responses: {
    200: {
      ...answered('OK', 'application/octet-stream', {
        type: 'string',
        contentMediaType: 'application/octet-stream',
      }),
      headers: {
        'Repr-Digest': {
          description: '文件内容的哈希（RFC 9530） The hash of the bytes, as RFC 9530 writes it',
          schema: { type: 'string' },
        },
      },
    },
    ...refusedWith([400, 401, 403, 404, 429, 500, 503, 504]),
  },
};

const lockerDownload: JsonSchema = {
  ...download,
  operationId: 'downloadLockerFile',
  summary: '下载材料库文件 Gives out a file of the own locker',
  parameters: [inPath('lockerFile', { type: 'string', maxLength: 200 })],
};

const marketDownload: JsonSchema = {
  ...download,
  operationId: 'downloadProjectFile',
  summary:
    '下载中介服务合同、成果 Gives out contract or report of a project to its owner, the awarded agency and the operators',
  parameters: [
    inPath('projectNumber', { type: 'string', maxLength: 60 }),
    inPath('hash', { type: 'string', pattern: '^[0-9a-f]{64}$' }),
  ],
};

const pdf = (description: string): JsonSchema => ({
  ...answered(description, 'application/pdf', {
    type: 'string',
    contentMediaType: 'application/pdf',
  }),
  headers: { ETag: { description: '内容标识 Names the bytes', schema: { type: 'string' } } },
});

const inQuery = (name: string, description: string, schema: JsonSchema): JsonSchema => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
});

const guide: JsonSchema = {
  operationId: 'printGuide',
  tags: ['intake'],
  summary: '打印办事指南 The guide of an item as PDF, of today or of any earlier day',
  security: [],
  parameters: [
    inPath('code', { type: 'string', maxLength: 80 }),
    inQuery('on', '指南的日期，缺省为今天 The day of the guide; today without', {
      type: 'string',
      format: 'date',
    }),
    inQuery('district', '行政区划代码 Prints agency, term and places of that district', {
      type: 'string',
      pattern: '^\\d{6}(?:\\d{3}){0,2}$',
    }),
  ],
  responses: {
    200: pdf('OK'),
    304: { description: '没有变化 It is what If-None-Match names' },
    ...refusedWith([400, 404, 429, 500, 503, 504]),
  },
};

/** HEAD prints nothing, it tells the tag. */
const guideOperations: JsonSchema = {
  get: guide,
  head: {
    ...guide,
    operationId: 'headOfGuide',
    summary: '办事指南是否有变化 Tells whether a guide has changed',
    responses: {
      200: { description: 'OK', headers: pdf('OK')['headers'] },
      304: { description: '没有变化 It is what If-None-Match names' },
      ...refusedWith([400, 404, 429, 500, 503, 504]),
    },
  },
};

const paper: JsonSchema = {
  operationId: 'printPaper',
  tags: ['intake'],
  summary: '下载文书 An official paper as PDF, for whom it concerns or by number and code',
  description:
    '凭登录，或凭文书编号和核验码（印在文书上）或申请的查询码。 With a session, or with the number and the code of the paper or the query code of the application; a wrong number and a wrong code are one refusal.',
  security: [{ session: [] }, {}],
  parameters: [
    inPath('number', { type: 'string', maxLength: 120 }),
    inQuery('code', '核验码或查询码 Code of the paper, or query code', {
      type: 'string',
      maxLength: 60,
    }),
  ],
  responses: {
    200: pdf('OK'),
    304: { description: '没有变化 It is what If-None-Match names' },
    ...refusedWith([400, 404, 429, 500, 503, 504]),
  },
};

const serviceRecord: JsonSchema = {
  ...paper,
  operationId: 'printServiceRecord',
  summary: "下载送达回证 The record of a paper's service as PDF",
};

/** HEAD tells the tag, which is the hash of the bytes. */
const paperOperations: JsonSchema = {
  get: paper,
  head: {
    ...paper,
    operationId: 'headOfPaper',
    summary: '文书是否可取、是否有变化 Tells whether a paper is there, and its tag',
    responses: {
      200: { description: 'OK', headers: pdf('OK')['headers'] },
      304: { description: '没有变化 It is what If-None-Match names' },
      ...refusedWith([400, 404, 429, 500, 503, 504]),
    },
  },
};

const progress = (book: SchemaBook): JsonSchema => {
  // What each event `progress` carries; the stream itself is text.
  book.told.refTo(FindCaseReply);
  return {
    operationId: 'followCase',
    tags: ['approval'],
    summary: '订阅办件进度 Follows a case: at once and on each change',
    description:
      'Server-sent events. `progress` carries a FindCaseReply, `refused` a Problem after which the stream ends. Heartbeats are comments.',
    security: session,
    parameters: [inPath('caseNumber', { type: 'string', pattern: '^\\d{6}-\\d{8}-\\d{6}$' })],
    responses: {
      200: answered('OK', 'text/event-stream', { type: 'string' }),
      ...refusedWith([400, 401, 403, 404, 429, 500, 503, 504]),
    },
  };
};

const matterProgress = (book: SchemaBook): JsonSchema => ({
  operationId: 'followMatter',
  tags: ['intake', 'approval'],
  summary: '订阅申请和办件进度 Follows an application and its case: at once and on each change',
  description:
    'Server-sent events, for number and query code or a session. `progress` carries `application` (a FollowApplicationReply) and, once it is accepted, `case` (a FollowCaseReply); `refused` a Problem after which the stream ends. Heartbeats are comments.',
  security: [],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: book.asked.refTo(FollowApplicationRequest) } },
  },
  responses: {
    200: answered('OK', 'text/event-stream', { type: 'string' }),
    ...refusedWith([400, 401, 404, 429, 500, 503, 504]),
  },
});
