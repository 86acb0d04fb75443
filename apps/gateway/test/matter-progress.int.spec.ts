import { answers, type BusConnection, busRefusals, liveSubject } from '@onewindow/bus';
import {
  type FollowApplicationReply,
  FollowApplicationV1,
  type FollowCaseReply,
  FollowCaseV1,
} from '@onewindow/contracts';
import { Refusal } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import { aGateway, APPROVAL, as, ask, INTAKE, people, type SpecGateway } from './a-gateway.js';
import { followStream } from './follow-stream.js';

const APPLICATION = '0f8fad5b-d9cb-469f-a165-70867728950e';
const CASE = '379900-20260427-000001';
const CODE = '7KQ4M2XW9H';
const NOT_FOUND = new Refusal('not-found', 'not-found', { zh: '没有', en: 'None' });

let gateway: SpecGateway;
let bureau: BusConnection;
let caseNumber: string | undefined;
let caseStatus: FollowCaseReply['status'] | 'not-there-yet';

beforeAll(async () => {
  gateway = await aGateway();
  bureau = await gateway.connectAs(APPROVAL);
  await gateway.serve(INTAKE, [
    answers(FollowApplicationV1, async ({ code }, { actor }) => {
      if (code !== CODE && actor.kind !== 'person') throw busRefusals.refuse('not-signed-in');
      return anApplication();
    }),
  ]);
  await gateway.serve(APPROVAL, [
    answers(FollowCaseV1, async () => {
      if (caseStatus === 'not-there-yet') throw NOT_FOUND;
      return aCase(caseStatus);
    }),
  ]);
});
afterAll(() => gateway.stop());

beforeEach(() => {
  caseNumber = CASE;
  caseStatus = 'open';
});

const known = { applicationId: APPLICATION, steps: [], waitingFor: [], tracks: [], papers: [] };

const anApplication = (): FollowApplicationReply => ({
  ...known,
  number: 'SQ20260427-000001',
  ...(caseNumber !== undefined && { caseNumber }),
  title: '临江小馆',
  status: 'accepted',
  receivedAt: '2026-04-27T01:10:00.000Z',
});

const aCase = (status: FollowCaseReply['status']): FollowCaseReply => ({
  ...known,
  number: CASE,
  title: '临江小馆',
  status,
  acceptedAt: '2026-04-29T07:00:00.000Z',
});

const follow = (body: object, headers: Record<string, string> = {}) =>
  followStream(`${gateway.url}/api/progress/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const byCode = () => follow({ number: CASE, code: CODE });

const casesSeen = ({ events }: { events: readonly { data: Record<string, unknown> }[] }) =>
  events.map(({ data }) => (data['case'] as FollowCaseReply | undefined)?.status);

describe('Following a matter', () => {
  it('shows application and case to whoever has the code, and what changes in either', async () => {
    const { seen, leave } = await byCode();
    await eventually(() => expect(casesSeen(seen)).toEqual(['open']));

    caseStatus = 'decided';
    bureau.nats.publish(liveSubject(APPROVAL), JSON.stringify({ correlation: APPLICATION }));

    await eventually(() => expect(casesSeen(seen)).toEqual(['open', 'decided']));
    expect(seen.events[0]?.data['application']).toEqual(anApplication());
    await leave();
  });

  it('needs no code of somebody signed in whom it concerns', async () => {
    const { seen, leave } = await follow({ number: CASE }, await as(gateway, people.owner));

    await eventually(() => expect(casesSeen(seen)).toEqual(['open']));
    await leave();
  });

  it.each([
    ['there is none', () => (caseNumber = undefined)],
    ['the bureau has not heard of it', () => (caseStatus = 'not-there-yet')],
  ])('goes on without the case while %s', async (_, arrange) => {
    arrange();

    const { seen, leave } = await byCode();

    await eventually(() => expect(casesSeen(seen)).toEqual([undefined]));
    await leave();
  });

  it('is refused with a wrong code and without one', async () => {
    for (const body of [{ number: CASE, code: 'WRONGCODE2' }, { number: CASE }]) {
      expect((await follow(body)).response.status).toBe(401);
    }
  });

  it('says what is wrong with a request that is none', async () => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const answer = await ask(`${gateway.url}/api/progress/events`, {
      ...init,
      body: JSON.stringify({ number: 7, colour: 'blue' }),
    });

    expect(answer).toMatchObject({ status: 400, body: { code: 'payload-invalid' } });
  });

  it('is open for a few streams from one address', async () => {
    const open = [await byCode(), await byCode()];

    expect((await byCode()).response.status).toBe(429);

    for (const each of open) await each.leave();
  });
});
