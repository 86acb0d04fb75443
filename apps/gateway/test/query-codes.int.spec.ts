import { answers } from '@onewindow/bus';
import { FollowApplicationV1, FollowCaseV1 } from '@onewindow/contracts';
import { Refusal } from '@onewindow/kernel';
import { aGateway, APPROVAL, as, ask, INTAKE, people, type SpecGateway } from './a-gateway.js';

const NUMBER = 'SQ20260427-000001';
const CASE = '379900-20260427-000001';
const CODE = '7KQ4M2XW9H';
const APPLICATION = '0f8fad5b-d9cb-469f-a165-70867728950e';

let gateway: SpecGateway;

const notFound = () =>
  new Refusal('progress-not-found', 'not-found', { zh: '没有找到。', en: 'It was not found.' });

beforeAll(async () => {
  gateway = await aGateway();
  await gateway.serve(INTAKE, [
    answers(FollowApplicationV1, async ({ code }, { actor }) => {
      if (code !== CODE && actor.id !== people.owner.id) throw notFound();
      return {
        applicationId: APPLICATION,
        number: NUMBER,
        title: '临江小馆',
        status: 'submitted' as const,
        receivedAt: '2026-04-27T07:00:00.000Z',
        steps: [],
        waitingFor: [],
        tracks: [],
        papers: [],
      };
    }),
  ]);
  await gateway.serve(APPROVAL, [
    answers(FollowCaseV1, async () => {
      throw notFound();
    }),
  ]);
});
afterAll(() => gateway.stop());

const guess = (path: string, body: object, headers: Record<string, string> = {}) =>
  ask(`${gateway.url}/api/progress/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('The query code at the door', () => {
  it('may be asked with as often as one likes while it is right', async () => {
    const answered = await Promise.all(
      Array.from({ length: 20 }, () => guess('applications', { number: NUMBER, code: CODE })),
    );

    expect(new Set(answered.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('stands in no address', async () => {
    const asked = await ask(
      `${gateway.url}/api/progress/applications?number=${NUMBER}&code=${CODE}`,
    );

    expect(asked).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
  });

  it('is guessed a few times only, by stream and by query alike, and who signs in goes on', async () => {
    for (const [path, body] of [
      ['events', { number: NUMBER, code: 'WRONG' }],
      ['applications', { number: NUMBER, code: 'WRONG' }],
      ['cases', { caseNumber: CASE, code: 'WRONG' }],
      ['events', { number: 'SQ20260427-000009', code: 'WRONG' }],
      ['applications', { number: 'SQ20260427-000009', code: 'WRONG' }],
    ] as const) {
      expect(await guess(path, body)).toMatchObject({
        status: 404,
        body: { code: 'progress-not-found' },
      });
    }

    for (const path of ['events', 'applications']) {
      const slowed = await guess(path, { number: NUMBER, code: CODE });
      expect(slowed).toMatchObject({ status: 429, body: { code: 'codes-throttled' } });
      expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    const headers = await as(gateway, people.owner);
    expect(await guess('applications', { number: NUMBER }, headers)).toMatchObject({ status: 200 });
  });
});
