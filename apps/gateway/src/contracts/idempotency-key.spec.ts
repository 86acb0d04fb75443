import type { Person } from '@onewindow/kernel';
import fc from 'fast-check';
import { scopedKey } from './idempotency-key.js';

const person = (id: string): Person => ({
  kind: 'person',
  id,
  name: id,
  roles: [],
  region: '379900',
});

describe('An idempotency key', () => {
  const key = fc.stringMatching(/^[\x21-\x7e]{8,100}$/);
  const id = fc.stringMatching(/^[a-z.]{1,20}$/);

  it('stays the same for the same person', () => {
    fc.assert(
      fc.property(key, id, (given, who) => {
        expect(scopedKey(given, person(who))).toBe(scopedKey(given, person(who)));
        expect(scopedKey(given, person(who))).toMatch(/^[\x21-\x7e]{8,128}$/);
      }),
      { seed: 20260428 },
    );
  });

  it('is never another person’s', () => {
    fc.assert(
      fc.property(key, key, id, id, (one, other, me, you) => {
        fc.pre(me !== you);
        expect(scopedKey(one, person(me))).not.toBe(scopedKey(other, person(you)));
      }),
      { seed: 20260429 },
    );
  });

  it.each([
    undefined,
    '',
    'short',
    'x'.repeat(101),
    'with space',
    'with\ttab',
    '幂等键幂等键幂等',
    ['12345678'],
  ])('cannot be %p', (given) => {
    expect(() => scopedKey(given, person('a'))).toThrow('idempotency-key-needed');
  });
});
