import { gather } from '../findings.js';
import { requestOf } from './contract-requests.js';
import { hasBody, validCall, type Cell } from './door.js';
import { pathFieldsOf } from './http-call.js';

const NO_JSON: readonly (string | Uint8Array)[] = [
  '{',
  '{"a":1,}',
  "{'a':1}",
  '{"a":01}',
  '\u0000',
  '{"a":"\u0001"}',
  '{"a":1}{"b":2}',
  '['.repeat(50_000),
  new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  new Uint8Array([0xef, 0xbb, 0xbf, 0x7b]),
];

const NO_OBJECT = ['[]', '[{}]', '"text"', '7', 'true', 'null'] as const;

const OTHER_TYPES = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
  'nonsense',
  'application/jsonp',
] as const;

const NESTED = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
const TOO_LARGE = JSON.stringify({ unheardOf: 'x'.repeat(256 * 1024) });

/** Faults of a whole body, before any field of it is looked at. */
export const BODY_CELLS: readonly Cell[] = [
  {
    title: 'is refused when its body is no JSON',
    appliesTo: hasBody,
    check: (door, contract) =>
      gather(NO_JSON, (body) =>
        door.refusal(
          String(body).slice(0, 20),
          { ...validCall(contract), body },
          door.allowed(contract),
          { status: 400, code: 'payload-malformed' },
        ),
      ),
  },
  {
    title: 'is refused when its body is no object',
    appliesTo: hasBody,
    check: (door, contract) =>
      gather(NO_OBJECT, (body) =>
        door.refusal(body, { ...validCall(contract), body }, door.allowed(contract), {
          status: 400,
          code: 'payload-invalid',
        }),
      ),
  },
  {
    title: 'is refused when its content is of another type',
    appliesTo: hasBody,
    check: (door, contract) =>
      gather(OTHER_TYPES, (type) =>
        door.refusal(
          type,
          { ...validCall(contract), body: '{}', headers: { 'content-type': type } },
          door.allowed(contract),
          { status: 415, code: 'media-type-not-accepted' },
        ),
      ),
  },
  {
    title: 'is refused when it is too large or nested too deeply',
    appliesTo: hasBody,
    check: async (door, contract) => {
      const call = validCall(contract);
      const by = door.allowed(contract);
      const [tooLarge, nested] = await Promise.all([
        door.refusal('256 KiB', { ...call, body: TOO_LARGE }, by, {
          status: 413,
          code: 'payload-too-large',
        }),
        door.refusal('nested', { ...call, body: NESTED }, by, {
          status: 400,
          code: 'payload-invalid',
        }),
      ]);
      return [...tooLarge, ...nested];
    },
  },
  {
    title: 'is refused when its body says something else than its address',
    appliesTo: (contract) => hasBody(contract) && pathFieldsOf(contract).length > 0,
    check: async (door, contract) => {
      const [name = ''] = pathFieldsOf(contract);
      const body = JSON.stringify({ ...requestOf(contract), [name]: 'another' });
      return door.refusal(name, { ...validCall(contract), body }, door.allowed(contract), {
        status: 400,
        code: 'payload-invalid',
        path: name,
      });
    },
  },
  {
    title: 'is refused when it brings a query',
    appliesTo: hasBody,
    check: async (door, contract) => {
      const call = validCall(contract);
      const asked = { ...call, path: `${call.path}?dryRun=true` };
      return door.refusal('query', asked, door.allowed(contract), {
        status: 400,
        code: 'payload-invalid',
        path: 'dryRun',
      });
    },
  },
];
