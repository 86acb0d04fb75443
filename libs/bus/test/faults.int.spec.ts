import { headers } from '@nats-io/transport-node';
import fc from 'fast-check';
import { type ParticipantToken } from '@onewindow/contracts';
import { type Refusal } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import { answers, busRefusals, commandSubject, MAX_REQUEST_BYTES } from '../src/index.js';
import { aServingBus, codeOf, echoes, type ServingBus } from './serving.js';
import { APPROVAL, GATEWAY, OpenEcho } from './spec-network.js';

let on: ServingBus;

beforeAll(async () => {
  on = await aServingBus();
});

afterEach(() => on.closeServers());

afterAll(() => on.bus.stop());

describe('A request that is not as declared', () => {
  const subject = commandSubject(OpenEcho, APPROVAL, GATEWAY);

  beforeEach(() => on.serve(APPROVAL, echoes()));

  it.each([
    ['is no JSON', '{', 'payload-malformed'],
    ['is empty', '', 'payload-malformed'],
    ['is no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'payload-malformed'],
    ['is a list', '[]', 'payload-invalid'],
    ['lacks a field', '{}', 'payload-invalid'],
    ['has an unknown field', '{"text":"x","more":1}', 'payload-invalid'],
    ['has a field of the wrong type', '{"text":{}}', 'payload-invalid'],
    ['tries the prototype', '{"text":"x","__proto__":{"mode":"x"}}', 'payload-invalid'],
    ['is nested without end', '['.repeat(100_000), 'payload-malformed'],
    ['is larger than allowed', `{"text":"${'x'.repeat(MAX_REQUEST_BYTES)}"}`, 'payload-too-large'],
  ])('and %s gets a typed refusal', async (_, body, code) => {
    expect(await on.rawAsk(GATEWAY, subject, body)).toBe(code);
  });

  it('in its version gets a typed refusal', async () => {
    expect(await on.rawAsk(GATEWAY, subject.replace('.v1', '.v99'), '{"text":"x"}')).toBe(
      'contract-unknown',
    );
    expect(
      await on
        .rawAsk(GATEWAY, subject.replace('.v1', '.oops'), '{"text":"x"}')
        .catch(() => 'silence'),
    ).toBe('contract-unknown');
  });

  it('is refused by the caller already, before anything is sent', async () => {
    const client = await on.bus.clientOf(GATEWAY);
    const wrong = { text: 5, more: 1 } as never;

    const refusal = await client
      .ask(OpenEcho, APPROVAL, wrong)
      .catch((error: unknown) => error as Refusal);

    expect(refusal).toMatchObject({
      code: 'payload-invalid',
      unmet: [{ path: 'more' }, { path: 'text' }],
    });
    expect(await codeOf(client.ask(OpenEcho, APPROVAL, { text: '😀'.repeat(99_000) }))).toBe(
      'payload-too-large',
    );
  });

  it('gets every fault at once', async () => {
    const { nats } = await on.bus.connectAs(GATEWAY, 'commands');
    const answer = await nats.request(subject, '{"more":1,"mode":7}', { timeout: 30_000 });

    expect(answer.json<{ refusal: Refusal }>().refusal.unmet.map((each) => each.path)).toEqual([
      'more',
      'text',
      'mode',
    ]);
  });
});

describe('A reply subject', () => {
  const ask = async (caller: ParticipantToken, reply: string | undefined): Promise<void> => {
    const { nats } = await on.bus.connectAs(caller, 'commands');
    nats.publish(commandSubject(OpenEcho, APPROVAL, caller), '{"text":"x"}', {
      ...(reply !== undefined && { reply }),
    });
    await nats.flush();
  };

  it.each([
    ['an event', 'evt.approval.bureau.supervision-market.case-noted.v1'],
    ['a command', 'cmd.intake.centre.from.approval-bureau.confirm.v1'],
    ["another's inbox", '_INBOX.intake-centre.abc'],
    ['an inbox that only looks like its own', '_INBOX.gateway-centre-events.abc'],
    ["the broker's API", '$JS.API.STREAM.INFO.EVT_approval_bureau'],
    ['nothing', undefined],
  ])('that is %s gets no answer, and it is recorded', async (_, reply) => {
    let handled = 0;
    await on.serve(APPROVAL, [
      answers(OpenEcho, async () => {
        handled += 1;
        return { text: '' };
      }),
    ]);
    on.bus.log.lines.length = 0;

    await ask(GATEWAY, reply);

    await eventually(() => {
      expect(on.bus.log.lines).toContainEqual(
        expect.objectContaining({
          sentence: 'reply-subject-not-allowed',
          fields: expect.objectContaining({ audit: true, caller: GATEWAY }),
        }),
      );
    });
    expect(handled).toBe(0);
  });
});

describe("The broker's mapping of replies", () => {
  it('cannot be used by a client', async () => {
    const { nats } = await on.bus.connectAs(GATEWAY, 'commands');
    on.bus.log.lines.length = 0;

    nats.publish(commandSubject(OpenEcho, APPROVAL, GATEWAY), '{"text":"x"}', {
      reply: '_R_.abc.def',
    });
    await nats.flush();

    await eventually(() => {
      expect(on.bus.log.lines.map(({ error }) => String(error))).toContainEqual(
        expect.stringContaining('Permissions Violation'),
      );
    });
  });
});

describe('Whatever bytes come', () => {
  it('each gets one answer that is typed, and nothing of the service falls over', async () => {
    await on.serve(APPROVAL, echoes());
    const { nats } = await on.bus.connectAs(GATEWAY, 'commands');
    const subject = commandSubject(OpenEcho, APPROVAL, GATEWAY);
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 2_000 }),
      fc.json({ maxDepth: 8 }).map((text) => new TextEncoder().encode(text)),
      fc.jsonValue().map((text) => new TextEncoder().encode(JSON.stringify({ text }))),
    );

    await fc.assert(
      fc.asyncProperty(bytes, fc.string(), async (body, deadline) => {
        const carried = headers();
        carried.set('ow-deadline', encodeURIComponent(deadline));
        const answer = await nats.request(subject, body, { timeout: 30_000, headers: carried });
        const read = answer.json<{ ok: boolean; refusal?: { code: string } }>();
        expect(read.ok || busRefusals.table[read.refusal?.code as never]).toBeTruthy();
        expect(read.refusal?.code).not.toBe('internal-error');
      }),
      { seed: 20260209, numRuns: 300 },
    );
  });
});
