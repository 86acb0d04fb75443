import { isDeepStrictEqual } from 'node:util';
import { aPdf, DEMONSTRATION_ACCOUNTS } from '@onewindow/tools';
import { gather, type Findings } from '../findings.js';
import type { Visitor } from '../people.js';
import type { Door } from './door.js';
import type { HttpCall } from './http-call.js';
import type { RealThings } from './real-things.js';
import type { ExpectedRefusal } from './refusal-check.js';

/** Faults at what is offered beside the contracts: files, live progress, sign-in. */
export interface SideDoor {
  readonly title: string;
  check(door: Door, things: RealThings): Promise<Findings>;
}

/** Smaller than the platform's own limit, so that a spec need not send as much. */
export const UPLOAD_LIMIT = 1_000_000;

const NOTHING = '00000000-0000-4000-8000-000000000000';
const get = (path: string): HttpCall => ({ method: 'GET', path, headers: {} });
const fileAt = (applicationId: string, hash: string) =>
  get(`/api/applications/${applicationId}/files/${hash}`);
const progressOf = (caseNumber: string) => get(`/api/cases/${caseNumber}/events`);

const projectFileAt = (projectNumber: string, hash: string) =>
  get(`/api/market/projects/${projectNumber}/files/${hash}`);
const inBase64 = (hash: string): string => Buffer.from(hash, 'hex').toString('base64');

/** Who acts for which agency of the demonstration. */
const AGENTS: Readonly<Record<string, string>> = Object.fromEntries(
  DEMONSTRATION_ACCOUNTS.flatMap(({ id, roles, organisation }) =>
    organisation !== undefined && roles.includes('intermediary') ? [[organisation, id]] : [],
  ),
);

const hashIn = ({ outcome }: RealThings): string =>
  outcome.finalApplication.materials.flatMap(({ files }) => files)[0]?.hash ?? '';

/** The people of the story whom the whole case concerns. */
const CONCERNED: ReadonlySet<string> = new Set([
  ...['lin.yue', 'zhao.min', 'shen.jing', 'qian.wei', 'sun.li', 'zhou.jie', 'wu.hao'],
  ...['zheng.gang', 'feng.lei', 'chen.tao', 'chu.yan', 'wei.dong', 'he.shan', 'jiang.yan'],
  ...['xu.ning', 'luo.an'],
]);

/** Whoever may not see the thing gets the very answer that nothing at all would give. */
async function hidden(
  door: Door,
  real: HttpCall,
  nothing: HttpCall,
  concerned: ReadonlySet<string> = CONCERNED,
): Promise<Findings> {
  const strangers = door.visitors.filter(({ person }) => !concerned.has(person.id));
  return gather(strangers, async (visitor) => {
    const { status, json } = await door.ask(nothing, visitor);
    const { code } = json as { readonly code: string };
    return door.refusal(visitor.person.id, real, visitor, { status, code });
  });
}

interface Refused {
  readonly what: string;
  readonly call: HttpCall;
  readonly by: Visitor | undefined;
  readonly expected: ExpectedRefusal;
}

const each = (door: Door, cases: readonly Refused[]): Promise<Findings> =>
  gather(cases, ({ what, call, by, expected }) => door.refusal(what, call, by, expected));

type Part = readonly [name: string, value: Blob | string, file?: string];

async function upload(...parts: readonly Part[]): Promise<HttpCall> {
  const form = new FormData();
  for (const [name, value, file] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, file);
  }
  const response = new Response(form);
  const headers = { 'content-type': response.headers.get('content-type') ?? '' };
  const body = new Uint8Array(await response.arrayBuffer());
  return { method: 'POST', path: '/api/files', headers, body };
}

const PDF = new Blob([Buffer.from(aPdf('A material'))], { type: 'application/pdf' });
const PROGRAM = new Blob(['\u007fELF\u0002\u0001\u0001\u0000'], { type: 'application/pdf' });
const LARGE = new Blob([Buffer.from(aPdf('Large')), 'x'.repeat(UPLOAD_LIMIT)], {
  type: 'application/pdf',
});

const signIn = (body: string, type = 'application/json'): HttpCall => ({
  method: 'POST',
  path: '/api/session',
  headers: { 'content-type': type },
  body,
});

export const SIDE_DOORS: readonly SideDoor[] = [
  {
    title: 'A file is refused to strangers, without a session, and where there is none',
    async check(door, things) {
      const { applicationId } = things.outcome;
      const hash = hashIn(things);
      const real = fileAt(applicationId, hash);
      const by = door.visitor('lin.yue');
      const given = await door.ask(real, by);
      return [
        ...(given.status === 200 ? [] : [`its owner got ${String(given.status)}`]),
        ...(await hidden(door, real, fileAt(NOTHING, hash))),
        ...(await each(door, [
          { what: 'nobody', call: real, by: undefined, expected: { status: 401 } },
          {
            what: 'another file',
            call: fileAt(applicationId, 'f'.repeat(64)),
            by,
            expected: { status: 404 },
          },
          { what: 'no hash', call: fileAt(applicationId, 'passwd'), by, expected: { status: 400 } },
          {
            what: 'a path',
            call: fileAt(applicationId, '..%2f..%2fpasswd'),
            by,
            expected: { status: [400, 404] },
          },
        ])),
      ];
    },
  },
  {
    title:
      'A file of the market is given to owner, awarded agency and operators, and to nobody else',
    async check(door, { report }) {
      const { projectNumber, contract, delivery, awards } = await report.project('marketOperator');
      const agent = AGENTS[awards[0]?.agency.creditCode ?? ''] ?? '';
      const concerned = ['lin.yue', 'tang.yu', 'song.qi', agent];
      const files = [contract?.file, delivery?.file].flatMap((file) => file ?? []);
      return [
        ...(files.length === 2 ? [] : ['the project does not hold both files']),
        ...(await gather(files, async ({ hash, mediaType, size }) => {
          const real = projectFileAt(projectNumber, hash);
          const given = await gather(concerned, async (id) => {
            const { status, headers, text } = await door.ask(real, door.visitor(id));
            const expected = [200, mediaType, `sha-256=:${inBase64(hash)}:`, size];
            const got = [
              status,
              headers.get('content-type'),
              headers.get('repr-digest'),
              Buffer.byteLength(text),
            ];
            return isDeepStrictEqual(got, expected) ? [] : [`${id} got ${got.join(' ')}`];
          });
          const nothing = projectFileAt('379900-20200101-000001', hash);
          return [
            ...given,
            ...(await hidden(door, real, nothing, new Set(concerned))),
            ...(await each(door, [
              { what: 'nobody', call: real, by: undefined, expected: { status: 401 } },
            ])),
          ];
        })),
        ...(await each(
          door,
          (
            [
              ['another file', 'f'.repeat(64), 404],
              ['no hash', 'passwd', 400],
              ['a path', '..%2f..%2fpasswd', [400, 404]],
            ] as const
          ).map(([what, hash, status]) => ({
            what,
            call: projectFileAt(projectNumber, hash),
            by: door.visitor('lin.yue'),
            expected: { status },
          })),
        )),
      ];
    },
  },
  {
    title: 'Live progress is refused to strangers, without a session, and where there is none',
    async check(door, { outcome: { caseNumber } }) {
      const real = progressOf(caseNumber);
      const by = door.visitor('lin.yue');
      return [
        ...(await hidden(door, real, progressOf('379900-20200101-000001'))),
        ...(await each(door, [
          { what: 'nobody', call: real, by: undefined, expected: { status: 401 } },
          { what: 'no number', call: progressOf('first'), by, expected: { status: 400 } },
          {
            what: 'another method',
            call: { ...real, method: 'POST' },
            by,
            expected: { status: 405 },
          },
        ])),
      ];
    },
  },
  {
    title:
      'Progress by number and code is refused for a wrong code, a wrong number and a wrong form alike',
    async check(door, { outcome: { caseNumber } }) {
      const follow = (body: object): HttpCall => ({
        method: 'POST',
        path: '/api/progress/events',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const refused = (what: string, body: object, status: number): Refused => ({
        what,
        call: follow(body),
        by: undefined,
        expected: { status },
      });
      return each(door, [
        refused('wrong code', { number: caseNumber, code: '2222222222' }, 404),
        refused('no code', { number: caseNumber }, 404),
        refused('wrong number', { number: '379900-20200101-000001', code: '2222222222' }, 404),
        refused('no number', {}, 400),
        refused('another field', { number: caseNumber, verbose: true }, 400),
        { ...refused('a query', {}, 405), call: get('/api/progress/events') },
      ]);
    },
  },
  {
    title: 'An upload is refused for everything that can be wrong with it',
    async check(door) {
      const by = door.visitor('lin.yue');
      const good = await upload(['file', PDF, 'a.pdf']);
      const cut = { ...good, body: (good.body as Uint8Array).slice(0, -40) };
      const refused = (
        what: string,
        call: HttpCall,
        status: number | readonly number[],
        who: Visitor | undefined = by,
      ): Refused => ({ what, call, by: who, expected: { status } });
      return each(door, [
        { what: 'nobody', call: good, by: undefined, expected: { status: 401 } },
        refused('JSON', { ...signIn('{}'), path: '/api/files' }, 415),
        refused('no part', await upload(), [400, 415]),
        refused('another field', await upload(['material', PDF, 'a.pdf']), 400),
        refused('a text', await upload(['file', 'text']), 400),
        refused('two files', await upload(['file', PDF, 'a.pdf'], ['file', PDF, 'b.pdf']), 400),
        refused('a text beside', await upload(['file', PDF, 'a.pdf'], ['note', 'x']), 400),
        refused('broken off', cut, 400),
        refused('an empty file', await upload(['file', new Blob([]), 'a.pdf']), 422),
        refused('a program', await upload(['file', PROGRAM, 'a.pdf']), 422),
        refused('another type than its name', await upload(['file', PDF, 'a.png']), 422),
        refused('too large', await upload(['file', LARGE, 'a.pdf']), 413),
      ]);
    },
  },
  {
    title: 'A sign-in is refused for everything that can be wrong with it',
    check: (door) =>
      each(
        door,
        (
          [
            ['no JSON', signIn('{'), 400],
            ['no object', signIn('[]'), 400],
            ['no password', signIn('{"account":"lin.yue"}'), 400],
            ['a list', signIn('{"account":["lin.yue"],"password":"x"}'), 400],
            ['more', signIn('{"account":"lin.yue","password":"x","roles":["administrator"]}'), 400],
            ['a wrong password', signIn('{"account":"lin.yue","password":"wrong"}'), 401],
            ['an unknown account', signIn('{"account":"nobody","password":"wrong"}'), 401],
            ['a prototype', signIn('{"account":"__proto__","password":"wrong"}'), 401],
            ['too long', signIn(`{"account":"lin.yue","password":"${'x'.repeat(201)}"}`), 400],
            ['too large', signIn(`{"account":"${'x'.repeat(300_000)}","password":"x"}`), 413],
            ['a form', signIn('account=lin.yue', 'application/x-www-form-urlencoded'), 415],
            ['another method', { ...get('/api/session'), method: 'PATCH' }, 405],
            ['nobody to tell of', get('/api/session'), 401],
          ] as const
        ).map(([what, call, status]) => ({ what, call, by: undefined, expected: { status } })),
      ),
  },
  {
    title: 'Every address that is nobody’s is refused in the same form',
    check: (door) =>
      gather(['/api', '/api/', '/api/v2/items', '/.env', '/api/%c0%ae', '/api/items/%'], (path) =>
        door.refusal(path, get(path), door.visitor('lin.yue'), { status: [400, 404] }),
      ),
  },
];
