import { randomUUID } from 'node:crypto';
import { answers, busRefusals, type CommandContext } from '@onewindow/bus';
import {
  FindItemV1,
  ListHandoversV1,
  ListItemsV1,
  operationsOf,
  SubmitApplicationV1,
  WithdrawApplicationV1,
} from '@onewindow/contracts';
import {
  aGateway,
  APPROVAL,
  as,
  ask,
  INTAKE,
  MARKET,
  people,
  type SpecGateway,
} from './a-gateway.js';

let gateway: SpecGateway;
beforeAll(async () => {
  gateway = await aGateway();
});
afterAll(() => gateway.stop());

const APPLICATION = '0f8fad5b-d9cb-469f-a165-70867728950e';
const withdrawal = () => `${gateway.url}/api/applications/${APPLICATION}/withdrawal`;

const stops: (() => Promise<unknown>)[] = [];
const serve = async (...[self, list]: Parameters<SpecGateway['serve']>) =>
  void stops.push(await gateway.serve(self, list));
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const command = async (
  body: unknown,
  headers: Record<string, string> = {},
): Promise<RequestInit> => ({
  method: 'POST',
  headers: {
    ...(await as(gateway, people.owner)),
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    ...headers,
  },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('A command over HTTP', () => {
  it('reaches the service as the person who signed in, with path and body in one request', async () => {
    const seen: { request?: object; context?: CommandContext } = {};
    await serve(INTAKE, [
      answers(WithdrawApplicationV1, async (request, context) => {
        Object.assign(seen, { request, context });
        return { withdrawnAt: '2026-02-09T02:12:00.000Z' };
      }),
    ]);

    const answer = await ask(withdrawal(), await command({ reason: '改期再办' }));

    expect(answer.body).toEqual({ withdrawnAt: '2026-02-09T02:12:00.000Z' });
    expect(answer.status).toBe(200);
    expect(seen.request).toEqual({ applicationId: APPLICATION, reason: '改期再办' });
    expect(seen.context?.actor).toEqual(people.owner);
    expect(seen.context?.correlation).toBe(answer.headers.get('x-correlation-id'));
  });
});
