import { readFileSync } from 'node:fs';
import { answers } from '@onewindow/bus';
import { FindItemV1, type FindItemReply, type FindItemRequest } from '@onewindow/contracts';
import { defineRefusals } from '@onewindow/kernel';
import { aGateway, ask, INTAKE, type SpecGateway } from './a-gateway.js';

const file = new URL('../../../libs/contracts/samples/intake.find-item.v1.json', import.meta.url);
const sample = JSON.parse(readFileSync(file, 'utf8')) as { readonly reply: FindItemReply };

const refusals = defineRefusals({
  'not-found': { kind: 'not-found', zh: '没有找到。', en: 'There is no such thing.' },
});

describe('The guide of an item as PDF', () => {
  let gateway: SpecGateway;
  const asked: FindItemRequest[] = [];

  beforeAll(async () => {
    gateway = await aGateway();
    await gateway.serve(INTAKE, [
      answers(FindItemV1, (request) => {
        asked.push({ ...request });
        if (request.code === 'unknown') throw refusals.refuse('not-found');
        const item = { ...sample.reply, asOf: request.on ?? '2026-11-22' };
        return Promise.resolve(item);
      }),
    ]);
  });
  afterAll(() => gateway.stop());

  const fetchGuide = (path: string, init?: RequestInit) =>
    fetch(`${gateway.url}/api/items/${path}`, init);

  it('is given to anybody, with its tag and a name to keep it under', async () => {
    const response = await fetchGuide('food-business-permit/guide.pdf?on=2026-04-27');
    const bytes = Buffer.from(await response.arrayBuffer());

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toContain('2026-04-27.pdf');
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(asked.at(-1)).toEqual({ code: 'food-business-permit', on: '2026-04-27' });
  });

  it('asks for the district that is named', async () => {
    await (await fetchGuide('food-business-permit/guide.pdf?district=379901')).arrayBuffer();

    expect(asked.at(-1)).toEqual({ code: 'food-business-permit', district: '379901' });
  });

  it('is not sent again to whoever has it', async () => {
    const first = await fetchGuide('food-business-permit/guide.pdf');
    await first.arrayBuffer();
    const tag = first.headers.get('etag') ?? '';
    const again = await fetchGuide('food-business-permit/guide.pdf', {
      headers: { 'if-none-match': `"other", W/${tag}` },
    });
    const otherDay = await fetchGuide('food-business-permit/guide.pdf?on=2026-04-27', {
      headers: { 'if-none-match': tag },
    });
    await otherDay.arrayBuffer();

    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(otherDay.status).toBe(200);
  });

  it('tells its tag by HEAD', async () => {
    const [head, get] = await Promise.all(
      ['HEAD', 'GET'].map((method) => fetchGuide('food-business-permit/guide.pdf', { method })),
    );
    await get?.arrayBuffer();

    expect(head?.status).toBe(200);
    expect(head?.headers.get('etag')).toBe(get?.headers.get('etag'));
  });

  it.each([
    ['an unknown item', 'unknown/guide.pdf', 404, 'not-found'],
    ['a day that is none', 'food-business-permit/guide.pdf?on=yesterday', 400, undefined],
    [
      'two days at once',
      'food-business-permit/guide.pdf?on=2026-02-01&on=2026-02-02',
      400,
      undefined,
    ],
    ['a district that is none', 'food-business-permit/guide.pdf?district=x', 400, undefined],
  ])('is refused as a problem for %s', async (_what, path, status, code) => {
    const answer = await ask(`${gateway.url}/api/items/${path}`);

    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    if (code !== undefined) expect(answer.body['code']).toBe(code);
  });
});
