import { answers, type BusConnection, busRefusals, liveSubject } from '@onewindow/bus';
import { type FindCaseReply, FindCaseV1 } from '@onewindow/contracts';
import { eventually } from '@onewindow/testing';
import { aGateway, APPROVAL, as, ask, people, type SpecGateway } from './a-gateway.js';
import { followStream, type LiveEvent } from './follow-stream.js';

const CASE = '379900-20260427-000001';
const APPLICATION = '0f8fad5b-d9cb-469f-a165-70867728950e';

let gateway: SpecGateway;
let connection: BusConnection;
let answer: () => FindCaseReply;
let looks = 0;

beforeAll(async () => {
  gateway = await aGateway();
  connection = await gateway.connectAs(APPROVAL);
  await gateway.serve(APPROVAL, [
    answers(FindCaseV1, async () => {
      looks += 1;
      return answer();
    }),
  ]);
});
afterAll(() => gateway.stop());

const aCase = (status: FindCaseReply['status']): FindCaseReply => ({
  caseNumber: CASE,
  applicationId: APPLICATION,
  status,
  applicant: { name: '海棠市临江小馆餐饮有限公司', creditCode: '91371500MA9YXW1T5X' },
  premises: { name: '临江小馆', address: '临江路18号' },
  acceptedAt: '2026-04-29T07:00:00.000Z',
  tracks: [],
  inspections: [],
  handovers: [],
});

beforeEach(() => {
  answer = () => aCase('open');
});

const nudge = () =>
  connection.nats.publish(liveSubject(APPROVAL), JSON.stringify({ correlation: APPLICATION }));

const follow = (headers: Record<string, string>) =>
  followStream(`${gateway.url}/api/cases/${CASE}/events`, { headers });

const statuses = ({ events }: { readonly events: readonly LiveEvent[] }) =>
  events.map(({ event, data }) => `${event} ${String(data['status'] ?? data['code'])}`);

describe('Following a case', () => {
  it('shows it at once, and again when a nudge says that it changed', async () => {
    const { response, seen, leave } = await follow(await as(gateway, people.owner));
    await eventually(() => expect(statuses(seen)).toEqual(['progress open']));

    answer = () => aCase('decided');
    nudge();

    await eventually(() => expect(statuses(seen)).toEqual(['progress open', 'progress decided']));
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    await leave();
  });

  it('answers a storm of nudges with few looks and says nothing where nothing changed', async () => {
    const { seen, leave } = await follow(await as(gateway, people.owner));
    await eventually(() => expect(seen.events).toHaveLength(1));
    const before = looks;

    for (let count = 0; count < 500; count += 1) nudge();
    await connection.nats.flush();
    answer = () => aCase('closed');
    nudge();

    await eventually(() => expect(statuses(seen)).toEqual(['progress open', 'progress closed']));
    expect(looks - before).toBeLessThanOrEqual(3);
    await leave();
  });

  it('ends when the person may not see the case any more', async () => {
    const { seen } = await follow(await as(gateway, people.owner));
    await eventually(() => expect(seen.events).toHaveLength(1));

    answer = () => {
      throw busRefusals.refuse('not-permitted');
    };
    nudge();

    await eventually(() => expect(seen.over).toBe(true));
    expect(statuses(seen)).toEqual(['progress open', 'refused 403']);
  });

  it('goes on when the service cannot answer for a while', async () => {
    const { seen, leave } = await follow(await as(gateway, people.owner));
    await eventually(() => expect(seen.events).toHaveLength(1));
    const before = looks;
    answer = () => {
      throw busRefusals.refuse('busy');
    };
    nudge();
    await eventually(() => expect(looks).toBeGreaterThan(before));

    answer = () => aCase('decided');
    nudge();

    await eventually(() => expect(statuses(seen)).toEqual(['progress open', 'progress decided']));
    await leave();
  });

  it('ends with the session', async () => {
    const headers = await as(gateway, people.owner);
    const { seen } = await follow(headers);
    await eventually(() => expect(seen.events).toHaveLength(1));

    await ask(`${gateway.url}/api/session`, { method: 'DELETE', headers });

    await eventually(() => expect(seen.over).toBe(true));
    expect(statuses(seen)).toEqual(['progress open', 'refused 401']);
  });

  it('is refused like any request to whom it does not concern', async () => {
    answer = () => {
      throw busRefusals.refuse('not-permitted');
    };

    const refused = await ask(`${gateway.url}/api/cases/${CASE}/events`, {
      headers: await as(gateway, people.supervisor),
    });

    expect(refused).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
    expect(await ask(`${gateway.url}/api/cases/${CASE}/events`)).toMatchObject({ status: 401 });
  });

  it('is open for a few streams of a person and a few of all, and a place is free again when one leaves', async () => {
    const owner = await as(gateway, people.owner);
    const clerk = await as(gateway, people.clerk);
    const open = [await follow(owner), await follow(owner)];
    expect((await follow(owner)).response.status).toBe(429);
    open.push(await follow(clerk));
    const refused = await ask(`${gateway.url}/api/cases/${CASE}/events`, { headers: clerk });
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-streams' } });

    await open[0]!.leave();

    const again = await eventually(async () => {
      const stream = await follow(clerk);
      expect(stream.response.status).toBe(200);
      return stream;
    });
    for (const each of [...open, again]) await each.leave();
  });

  it('ends cleanly when the gateway stops', async () => {
    const { seen } = await follow(await as(gateway, people.owner));
    await eventually(() => expect(seen.events).toHaveLength(1));
    const began = Date.now();

    await gateway.run.stop();

    await eventually(() => expect(seen.over).toBe(true));
    // Less than a stopping gateway gives to answers that are under way: it did not wait for the stream.
    expect(Date.now() - began).toBeLessThan(7_500);
  });
});
