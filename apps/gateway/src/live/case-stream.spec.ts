import { setTimeout as pause } from 'node:timers/promises';
import { Refusal, type RefusalKind } from '@onewindow/kernel';
import { CaseStream, type StreamTiming } from './case-stream.js';

const QUICK: StreamTiming = { gatherMs: 5, pollMs: 10_000, heartbeatMs: 10_000 };
const refusal = (kind: RefusalKind) => new Refusal(`is-${kind}`, kind, { zh: '不', en: 'No' });

function aStream(timing: Partial<StreamTiming> = {}) {
  const written: string[] = [];
  const state = { view: { status: 'open' }, slow: false, session: true, ended: 0 };
  let looks = 0;
  let failure: Error | undefined;
  const stream = new CaseStream(
    {
      look: async () => {
        looks += 1;
        if (failure !== undefined) throw failure;
        return state.view;
      },
      requireSession: () => {
        if (!state.session) throw refusal('unauthenticated');
      },
      sink: {
        get isSlow() {
          return state.slow;
        },
        event: (name, _, json) => void written.push(`${name} ${json}`),
        heartbeat: () => void written.push('heartbeat'),
        end: () => void written.push('end'),
        abandon: () => void written.push('abandoned'),
      },
      problemOf: ({ code }) => ({ code }),
      onEnd: () => {
        state.ended += 1;
      },
    },
    { ...QUICK, ...timing },
  );
  open.push(stream);
  return {
    stream,
    state,
    written,
    looks: () => looks,
    fail: (error?: Error) => void (failure = error),
  };
}

const open: CaseStream[] = [];
afterEach(() => open.splice(0).forEach((stream) => stream.end()));

/** Resolves when a condition holds; the timers of these specs are a few milliseconds. */
async function when(condition: () => boolean): Promise<void> {
  for (let left = 400; left > 0 && !condition(); left -= 1) await pause(5);
  expect(condition()).toBe(true);
}

describe('A stream of a case', () => {
  it('sends what is new and nothing twice', async () => {
    const { stream, state, written, looks } = aStream();
    stream.show(state.view);
    stream.show({ status: 'open' });
    stream.nudge();
    await when(() => looks() === 1);
    state.view = { status: 'decided' };

    stream.nudge();

    await when(() => written.length === 2);
    expect(written).toEqual(['progress {"status":"open"}', 'progress {"status":"decided"}']);
  });

  it('looks by itself when no nudge comes', async () => {
    const { looks } = aStream({ pollMs: 5 });

    await when(() => looks() >= 3);
  });

  it('keeps the line warm', async () => {
    const { written } = aStream({ heartbeatMs: 5 });

    await when(() => written.length >= 3);
    expect(new Set(written)).toEqual(new Set(['heartbeat']));
  });

  it.each<RefusalKind>(['busy', 'timeout', 'unavailable', 'internal'])(
    'waits when the answer is %s',
    async (kind) => {
      const { stream, state, written, looks, fail } = aStream();
      fail(refusal(kind));
      stream.nudge();
      await when(() => looks() === 1);
      fail();

      stream.nudge();

      await when(() => written.length === 1);
      expect(state.ended).toBe(0);
    },
  );

  it.each<RefusalKind>(['forbidden', 'not-found', 'unauthenticated'])(
    'says why and ends when the answer is %s',
    async (kind) => {
      const { stream, state, written, fail } = aStream();
      fail(refusal(kind));

      stream.nudge();

      await when(() => state.ended === 1);
      expect(written).toEqual([`refused {"code":"is-${kind}"}`, 'end']);
    },
  );

  it('does not look for somebody whose session is over', async () => {
    const { stream, state, looks } = aStream();
    state.session = false;

    stream.nudge();

    await when(() => state.ended === 1);
    expect(looks()).toBe(0);
  });

  it('does not gather what a slow reader does not take, and gives up one that takes nothing', async () => {
    const { stream, state, written, looks } = aStream({ heartbeatMs: 10 });
    state.slow = true;

    stream.nudge();

    await when(() => state.ended === 1);
    expect(looks()).toBe(0);
    expect(written).toEqual(['abandoned', 'end']);
  });

  it('ends once and says nothing afterwards', async () => {
    const { stream, state, written } = aStream();
    stream.nudge();

    stream.end();
    stream.end();
    stream.refuse(refusal('forbidden'));
    await pause(20);

    expect(written).toEqual(['end']);
    expect(state.ended).toBe(1);
  });
});
