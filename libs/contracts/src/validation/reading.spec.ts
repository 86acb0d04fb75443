import { IsObject } from 'class-validator';
import fc from 'fast-check';
import {
  Code,
  DateOnly,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Texts,
  Whole,
} from '../fields.js';
import { readPayload } from './reading.js';

class Address {
  @Text({ max: 20 }) street!: string;
}

class Item {
  @Code() code!: string;
  @Optional() @Whole({ min: 1, max: 9 }) count?: number;
}

class Order {
  @Text({ min: 2, max: 10 }) name!: string;
  @DateOnly() dueOn!: string;
  @OneOf(['food', 'fire']) kind!: string;
  @Nested(() => Address) address!: Address;
  @NestedList(() => Item, { atLeast: 1, atMost: 3 }) items!: Item[];
  @Texts({ atMost: 2, max: 5 }) remarks!: string[];
  @Optional() @Text() note?: string;
}

class Loose {
  @IsObject() anything!: object;
}

const anOrder = () => ({
  name: 'Noodle',
  dueOn: '2026-02-09',
  kind: 'food',
  address: { street: 'East' },
  items: [{ code: 'sign', count: 2 }],
  remarks: ['ok'],
});

const faultsOf = (value: unknown) => {
  const reading = readPayload(Order, value, 'forbid');
  return reading.ok ? [] : reading.unmet.map(({ path, rule }) => `${path ?? ''}: ${rule}`);
};

describe('Reading a payload', () => {
  it('returns a plain object with the declared fields', () => {
    expect(readPayload(Order, anOrder(), 'forbid')).toEqual({ ok: true, value: anOrder() });
  });

  it('lists everything that is wrong at once, each with its path', () => {
    const wrong = {
      ...anOrder(),
      name: 'x',
      dueOn: '9.2.2026',
      kind: 'water',
      items: [{ code: 'A B', count: 10 }, 'x'],
      remarks: ['far too long', 1],
      address: {},
    };

    expect(faultsOf(wrong).toSorted()).toEqual(
      [
        'address.street: required',
        'dueOn: matches',
        'items.0.code: matches',
        'items.0.count: max',
        'items.1: is-object',
        'kind: is-in',
        'name: min-length',
        'remarks: is-string',
      ].toSorted(),
    );
  });

  it('says in both languages what is expected', () => {
    const reading = readPayload(Order, { ...anOrder(), name: undefined, dueOn: 5 }, 'forbid');

    expect(reading).toMatchObject({
      unmet: [
        {
          path: 'name',
          message: {
            zh: '必填，应为：文字，不少于2个字符，不超过10个字符。',
            en: 'Required: text, at least 2 characters, at most 10 characters.',
          },
        },
        { path: 'dueOn', message: { zh: '应为：文字。', en: 'Expected: text.' } },
      ],
    });
  });

  it('refuses unknown fields of a command and leaves out those of an event', () => {
    const newer = { ...anOrder(), since: 'v2', address: { street: 'East', door: 3 } };

    expect(faultsOf(newer)).toEqual(['since: known-field', 'address.door: known-field']);
    expect(readPayload(Order, newer, 'strip')).toEqual({ ok: true, value: anOrder() });
  });

  it('asks for a nested object that is missing, and takes no list in its place', () => {
    expect(faultsOf({ ...anOrder(), address: undefined })).toEqual(['address: required']);
    expect(faultsOf({ ...anOrder(), address: null })).toEqual(['address: required']);
    expect(faultsOf({ ...anOrder(), address: [{ street: 'East' }] })).toEqual([
      'address: is-object',
    ]);
    expect(faultsOf({ ...anOrder(), items: [[{ code: 'sign' }]] })).toEqual(['items.0: is-object']);
  });

  it('takes null in an optional field as absent', () => {
    expect(readPayload(Order, { ...anOrder(), note: null }, 'forbid')).toEqual({
      ok: true,
      value: anOrder(),
    });
  });

  it('is not fooled by names of the prototype', () => {
    const evil: unknown = JSON.parse(
      `${JSON.stringify(anOrder()).slice(0, -1)},"__proto__":{"note":"x"},"constructor":1,"toString":2}`,
    );

    expect(faultsOf(evil).toSorted()).toEqual([
      '__proto__: known-field',
      'constructor: known-field',
      'toString: known-field',
    ]);
    const stripped = readPayload(Order, evil, 'strip');
    expect(stripped).toEqual({ ok: true, value: anOrder() });
    expect(Object.getPrototypeOf({})).not.toHaveProperty('note');
  });

  it('takes no value from a prototype', () => {
    const inherited: unknown = Object.create(anOrder());

    expect(faultsOf(inherited)).toHaveLength(6);
  });

  it('refuses reserved names and deep nesting inside a free object', () => {
    const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
    const rulesOf = (anything: unknown) => {
      const reading = readPayload(Loose, { anything }, 'forbid');
      return reading.ok ? [] : reading.unmet.map((each) => each.rule);
    };

    expect(rulesOf(JSON.parse('{"__proto__":{"a":1}}'))).toEqual(['known-field']);
    expect(rulesOf(deep(1000))).toEqual(['nesting']);
    expect(rulesOf(deep(5))).toEqual([]);
  });

  it('refuses text that no database stores', () => {
    expect(faultsOf({ ...anOrder(), name: 'a\0b' })).toEqual(['name: readable-text']);
    expect(faultsOf({ ...anOrder(), name: 'a\ud800' })).toEqual(['name: readable-text']);
    expect(faultsOf({ ...anOrder(), remarks: ['\0'] })).toEqual(['remarks.0: readable-text']);
  });

  it('names at most a hundred faults', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`f${index}`, 1]));

    expect(faultsOf(many)).toHaveLength(100);
  });

  it('answers for whatever JSON there is, and never keeps a fault', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const reading = readPayload(Order, value, 'strip');
        if (reading.ok) return;
        expect(reading.unmet.length).toBeGreaterThan(0);
        for (const each of reading.unmet) expect(each.message.zh).not.toBe('');
      }),
      { seed: 20260209 },
    );
  });
});
