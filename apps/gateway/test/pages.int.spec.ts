import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { portalBuild } from '../src/pages/portal-build.js';
import { aGateway, ask, type SpecGateway } from './a-gateway.js';

const PAGE = '<!doctype html><title>一窗</title>';
const SCRIPT = 'console.log(1);';

const folder = mkdtempSync(join(tmpdir(), 'onewindow-pages-'));
let gateway: SpecGateway;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'pages.json'), JSON.stringify(['/', '/items/:code']));
  writeFileSync(join(folder, 'assets', 'main-abc.js'), SCRIPT);
  writeFileSync(join(folder, 'assets', 'main-abc.js.br'), brotliCompressSync(SCRIPT));
  gateway = await aGateway({ portal: portalBuild(folder), limits: { address: 20 } });
});

afterAll(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true, force: true });
});

const asPerson = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

/** As it goes over the wire: `fetch` takes compression off and asks for everything anew when it is given conditions. */
const raw = (path: string, headers: OutgoingHttpHeaders): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(`${gateway.url}${path}`, { headers }, (response) => {
      response.resume().on('end', () => resolve(response));
    }).on('error', reject);
  });

describe('A page', () => {
  it.each(['/', '/items/food-business-permit?from=home'])('is served at %s', async (path) => {
    const { status, headers, body } = await ask(`${gateway.url}${path}`);

    expect(status).toBe(200);
    expect(body['text']).toBe(PAGE);
    expect(headers.get('content-type')).toContain('text/html');
  });

  it('is asked for anew each time, and not sent again while it is the same', async () => {
    const { headers } = await ask(`${gateway.url}/`);
    const etag = headers.get('etag') ?? '';

    expect(headers.get('cache-control')).toBe('no-cache');
    const { statusCode } = await raw('/', { 'if-none-match': etag });
    expect(statusCode).toBe(304);
  });

  it('may run and load what this gateway serves, and nothing inline or from elsewhere', async () => {
    const { headers } = await ask(`${gateway.url}/`);
    const policy = headers.get('content-security-policy') ?? '';

    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|data:|\*/);
  });

  it('answers HEAD, as monitors ask', async () => {
    expect(await ask(`${gateway.url}/`, { method: 'HEAD' })).toMatchObject({ status: 200 });
  });
});

describe('A file of a page', () => {
  it('may be kept for ever, because its name says its content', async () => {
    const { status, headers } = await ask(`${gateway.url}/assets/main-abc.js`);

    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('is sent as the build has compressed it', async () => {
    const { headers } = await raw('/assets/main-abc.js', { 'accept-encoding': 'br' });

    expect(headers['content-encoding']).toBe('br');
    expect(headers.vary).toMatch(/accept-encoding/i);
  });

  it('does not use up the visitor’s share of requests', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => ask(`${gateway.url}/assets/main-abc.js`)),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it.each(['/assets/gone.js', '/assets/..%2findex.html', '/assets/'])(
    'is not made up: %s is refused in the format of programs',
    async (path) => {
      const { status, headers } = await ask(`${gateway.url}${path}`, { headers: asPerson });

      expect([400, 403, 404]).toContain(status);
      expect(headers.get('content-type')).toBe('application/problem+json');
    },
  );
});

describe('A wrong address', () => {
  it('shows a person a page that says so', async () => {
    const { status, body } = await ask(`${gateway.url}/no/such/page`, { headers: asPerson });

    expect(status).toBe(404);
    expect(body['text']).toBe(PAGE);
  });

  it('tells a program in its own format', async () => {
    expect(await ask(`${gateway.url}/no/such/page`)).toMatchObject({
      status: 404,
      body: { code: 'route-unknown' },
    });
  });

  it('below /api is never a page', async () => {
    const { status, headers } = await ask(`${gateway.url}/api/no-such`, { headers: asPerson });

    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('A folder of pages', () => {
  it('is refused at the start when it holds no build', () => {
    expect(() => portalBuild(tmpdir())).toThrow('no build of the portal');
  });
});
