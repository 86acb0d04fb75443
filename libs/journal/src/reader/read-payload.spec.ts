import { defineEvent, Nested, Text, type EventMessage } from '@onewindow/contracts';
import type { Refusal } from '@onewindow/kernel';
import { readPayload } from './read-payload.js';
import { hears } from './subscription.js';

class Decided {
  @Text() number!: string;
}

class ToldPayload {
  @Text() item!: string;
  @Nested(() => Decided) decision!: Decided;
}

const Told = defineEvent({
  name: 'approval.told',
  version: 1,
  heardBy: ['intake'],
  payload: ToldPayload,
  summary: { zh: '测试', en: 'A test' },
});

const read = (payload: unknown) =>
  readPayload(
    hears(Told, async () => undefined),
    { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) } as EventMessage,
  );

const refusalOf = (payload: unknown): Refusal => {
  try {
    read(payload);
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('nothing was refused');
};

describe('The payload of an event', () => {
  it('is what the contract declares, whatever a later producer says more', () => {
    const told = { item: 'sign', decision: { number: '1', more: 1 }, more: true };

    expect(read(told)).toEqual({ item: 'sign', decision: { number: '1' } });
  });

  it('is not understood without a part that it is made of', () => {
    expect(refusalOf({ item: 'sign' })).toMatchObject({
      code: 'message-not-understood',
      unmet: [{ rule: 'required', path: 'decision' }],
    });
  });

  it.each(['', '{', '[]', 'null', '1', '"text"'])('is not understood as %j', (text) => {
    expect(refusalOf(text).code).toBe('message-not-understood');
  });
});
