import { requestContracts } from '../catalogue.js';
import type { PayloadClass, RequestContract } from '../contract.js';
import { FileUploaded, PersonView, SessionOpened } from '../door/index.js';
import { contractOperation } from './contract-operation.js';
import { doorOperations } from './door-operations.js';
import type { JsonSchema } from '../validation/index.js';
import { problemResponses, problemSchemas } from './problems.js';
import { SchemaBook } from './schema-book.js';

type Paths = Record<string, JsonSchema>;

/** The HTTP interface of a gateway as OpenAPI 3.1, from the contracts and their golden samples. */
export function openApiDocument(serverUrl = '/'): JsonSchema {
  const offered = (requestContracts as readonly RequestContract[]).filter(
    ({ http }) => http !== undefined,
  );
  const told: readonly PayloadClass[] = [SessionOpened, PersonView, FileUploaded];
  const book = new SchemaBook([...told, ...offered.map(({ reply }) => reply)]);
  const paths: Paths = doorOperations(book);
  for (const contract of offered) addTo(paths, contract, book);
  return {
    openapi: '3.1.0',
    info: {
      title: 'OneWindow 一窗',
      version: '1',
      summary: '政务服务一窗受理平台接口 One window for administrative approvals',
      description: ABOUT,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: serverUrl }],
    tags: TAGS,
    paths: Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', description: SESSION } },
      parameters,
      headers,
      responses: problemResponses,
      schemas: { ...book.all(), ...problemSchemas },
    },
  };
}

function addTo(paths: Paths, contract: RequestContract, book: SchemaBook): void {
  if (contract.http === undefined) return;
  const path = `/api${contract.http.path}`;
  const method = contract.http.method.toLowerCase();
  if (paths[path]?.[method] !== undefined)
    throw new TypeError(`${method} ${path} is offered twice`);
  paths[path] = { ...paths[path], [method]: contractOperation(contract, book) };
}

const ABOUT = [
  '每个接口对应一份合约。办理类请求须带 Idempotency-Key：用同一个键重试，得到的是第一次的答复。',
  'Every operation is a contract. A command needs an Idempotency-Key: a retry with the same key gets the first answer.',
  '不予办理的答复为 application/problem+json，列出全部不符合的要求。',
  'A refusal is application/problem+json and lists every requirement that is not met.',
].join('\n\n');

const SESSION =
  'POST /api/session 的 token；八小时内有效。 The token of POST /api/session, for eight hours.';

const TAGS = [
  { name: 'session', description: '登录 Signing in and out' },
  { name: 'files', description: '文件 Uploads and downloads' },
  { name: 'intake', description: '统一受理 The window: items, applications, results' },
  { name: 'approval', description: '审批 Cases, inspections, decisions, licences' },
  { name: 'supervision', description: '监管 Handovers to the supervising departments' },
  {
    name: 'intermediary-market',
    description: '网上中介服务超市 Selection of intermediary agencies',
  },
  {
    name: 'operations',
    description: '运行 Journals, clocks and parked messages, for those who run the platform',
  },
];

const parameters = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: '幂等键，每次办理用新的键 A new one for each act, the same one for its retries.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,100}$' },
    example: '5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e',
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: '不予办理时说明的语言 The language of title and detail of a refusal.',
    schema: { type: 'string', default: 'zh' },
  },
} as const;

const headers = {
  CorrelationId: {
    description: '请求编号 The id of this request in the logs of every service.',
    schema: { type: 'string', format: 'uuid' },
  },
} as const;
