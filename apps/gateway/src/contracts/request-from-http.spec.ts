import {
  defineCommand,
  defineQuery,
  Flag,
  type HttpRoute,
  Optional,
  type RequestContract,
  readPayload,
  Text,
  Texts,
  Whole,
} from '@onewindow/contracts';
import type { Refusal } from '@onewindow/kernel';
import fc from 'fast-check';
import { contractRoutes } from './contract-route.js';
import { requestFromHttp } from './request-from-http.js';

class Search {
  @Text() place!: string;
  @Optional() @Whole() limit?: number;
  @Optional() @Flag() open?: boolean;
  @Optional() @Texts() tags?: string[];
  @Optional() @Text() text?: string;
}
class Nothing {}

const declared = {
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant'],
  request: Search,
  reply: Nothing,
  summary: { zh: '测试', en: 'For specs' },
} as const;
const http = (method: HttpRoute['method']): HttpRoute => ({
  method,
  path: '/places/{place}/search',
});
const routeOf = (contract: RequestContract) => contractRoutes([contract])[0]!;

const query = routeOf(defineQuery({ ...declared, name: 'intake.search', http: http('GET') }));
const command = routeOf(defineCommand({ ...declared, name: 'intake.note', http: http('POST') }));
const parts = { params: { place: 'east' }, query: {}, body: undefined };

const rulesOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (error) {
    return (error as Refusal).unmet.map(({ rule, path }) => `${rule} ${path ?? ''}`);
  }
  return [];
};

describe('The request of a query', () => {
  it('takes from the address what its fields declare', () => {
    const request = requestFromHttp(query, {
      ...parts,
      query: { limit: '20', open: 'true', tags: 'a', text: '12' },
    });

    expect(request).toEqual({ place: 'east', limit: 20, open: true, tags: ['a'], text: '12' });
  });

  it('takes a repeated name as a list where a list is declared, and only there', () => {
    const request = requestFromHttp(query, {
      ...parts,
      query: { tags: ['a', 'b'], text: ['a', 'b'] },
    });

    expect(request).toEqual({ place: 'east', tags: ['a', 'b'], text: ['a', 'b'] });
  });

  it.each(['', ' 1', '1e3', '0x10', 'NaN', '99999999999999999999', 'true'])(
    'leaves %p text where a number is declared, so that it is named as a fault',
    (limit) => {
      const request = requestFromHttp(query, { ...parts, query: { limit } });

      expect(request).toEqual({ place: 'east', limit });
      expect(readPayload(Search, request, 'forbid')).toMatchObject({
        ok: false,
        unmet: [{ path: 'limit' }],
      });
    },
  );

  it('lets nothing in the query stand above the path', () => {
    expect(requestFromHttp(query, { ...parts, query: { place: 'west' } })).toEqual({
      place: 'east',
    });
  });

  it('keeps unknown names, so that they are refused', () => {
    const request = requestFromHttp(query, { ...parts, query: { more: '1' } });

    expect(readPayload(Search, request, 'forbid')).toMatchObject({ ok: false });
  });

  it('reads back what was written into an address', () => {
    const sent = fc.record({
      place: fc.string({ minLength: 1, maxLength: 20 }),
      limit: fc.nat(),
      open: fc.boolean(),
      text: fc.string({ minLength: 1, maxLength: 20 }),
    });
    fc.assert(
      fc.property(sent, ({ place, limit, open, text }) => {
        const request = requestFromHttp(query, {
          params: { place },
          query: { limit: String(limit), open: String(open), text },
          body: undefined,
        });

        expect(request).toEqual({ place, limit, open, text });
      }),
      { seed: 20260427 },
    );
  });
});

describe('The request of a command', () => {
  it('is the body with the fields of the path', () => {
    const request = requestFromHttp(command, { ...parts, body: { text: 'x', limit: '20' } });

    expect(request).toEqual({ place: 'east', text: 'x', limit: '20' });
  });

  it('needs no body where the path says everything', () => {
    expect(requestFromHttp(command, parts)).toEqual({ place: 'east' });
  });

  it('may repeat what the path says, but not contradict it', () => {
    expect(requestFromHttp(command, { ...parts, body: { place: 'east' } })).toEqual({
      place: 'east',
    });
    expect(rulesOf(() => requestFromHttp(command, { ...parts, body: { place: 'west' } }))).toEqual([
      'same-as-in-path place',
    ]);
  });

  it.each([[[]], ['text'], [7], [null], [true]])('is refused when the body is %p', (body) => {
    expect(rulesOf(() => requestFromHttp(command, { ...parts, body }))).toEqual(['is-object ']);
  });

  it('is refused with a query, which would be overlooked', () => {
    expect(rulesOf(() => requestFromHttp(command, { ...parts, query: { limit: '1' } }))).toEqual([
      'in-the-body limit',
    ]);
  });
});

describe('A contract that cannot be offered over HTTP', () => {
  const offer =
    (over: object, kind: typeof defineCommand | typeof defineQuery = defineCommand) =>
    () =>
      contractRoutes([
        kind({ ...declared, name: 'intake.note', http: http('POST'), ...over } as never),
      ]);

  it.each([
    [
      'names a field that the request has not',
      offer({ http: { method: 'POST', path: '/{other}' } }),
    ],
    ['is only for services', offer({ permitted: 'service' })],
    ['is not for gateways', offer({ callers: ['approval'] })],
    ['is a command by GET', offer({ http: http('GET') })],
    ['is a query by PUT', offer({ http: http('PUT') }, defineQuery)],
    ['is a command of nobody', offer({ permitted: 'anyone' })],
  ])('because it %s is refused when the gateway starts', (_, work) => {
    expect(work).toThrow(TypeError);
  });
});
