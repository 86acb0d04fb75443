import { Refusal } from '@onewindow/kernel';
import { EchoReply } from '../../test/spec-network.js';
import { MAX_ANSWER_BYTES } from '../limits.js';
import { encodeRefusal, encodeReply, readAnswer } from './answer-codec.js';

const message = { zh: '否', en: 'no' };
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

const codeOf = (body: Uint8Array): string => {
  try {
    readAnswer(EchoReply, body);
    return 'answered';
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('An answer', () => {
  it('comes back as it was given', () => {
    expect(readAnswer(EchoReply, encodeReply(EchoReply, { text: '好' }))).toEqual({ text: '好' });
  });

  it('that refuses comes back as that refusal', () => {
    const unmet = [{ rule: 'site-plan-attached', message, path: 'materials.0' }];
    const refusal = new Refusal('correction-not-possible', 'unmet', message, unmet);

    expect(() => readAnswer(EchoReply, encodeRefusal(refusal))).toThrow(refusal);
  });

  it('leaves out the single rules of a refusal when they would not fit', () => {
    const unmet = Array.from({ length: 5_000 }, (_, index) => ({
      rule: `rule-${index}`,
      message: { zh: '太长'.repeat(20), en: 'long' },
    }));
    const encoded = encodeRefusal(new Refusal('many', 'unmet', message, unmet));

    expect(encoded.length).toBeLessThanOrEqual(MAX_ANSWER_BYTES);
    expect(codeOf(encoded)).toBe('many');
  });

  it.each([
    ['is no JSON', new TextEncoder().encode('<html>')],
    ['is empty', new Uint8Array()],
    ['is a number', bytes(1)],
    ['lacks its value', bytes({ ok: true })],
    ['has a value that is not as declared', bytes({ ok: true, value: { text: 1 } })],
    ['refuses without saying what', bytes({ ok: false })],
    [
      'refuses without a sentence',
      bytes({ ok: false, refusal: { code: 'x', kind: 'busy', unmet: [] } }),
    ],
    [
      'refuses in a way that nobody knows',
      bytes({ ok: false, refusal: { code: 'x', kind: 'odd', message, unmet: [] } }),
    ],
    [
      'refuses in a way of all objects',
      bytes({ ok: false, refusal: { code: 'x', kind: 'toString', message, unmet: [] } }),
    ],
    [
      'refuses with half a rule',
      bytes({ ok: false, refusal: { code: 'x', kind: 'busy', message, unmet: [{}] } }),
    ],
  ])('that %s is taken for a fault of the other side', (_, body) => {
    expect(codeOf(body)).toBe('internal-error');
  });
});
