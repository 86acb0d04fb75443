import * as fc from 'fast-check';
import { holdsFor } from '../test/seeded.js';
import {
  defineRefusals,
  Refusal,
  refuseWhenUnmet,
  type PlainRefusal,
  type UnmetRule,
} from './refusal.js';

const refusals = defineRefusals({
  'permit-not-possible': { kind: 'unmet', zh: '不能办理。', en: 'The permit is not possible.' },
  'no-such-case': { kind: 'not-found', zh: '没有该办件。', en: 'There is no such case.' },
});

const PLAN_MISSING: UnmetRule = {
  rule: 'site-plan-attached',
  message: { zh: '请上传平面图。', en: 'Attach the site plan.' },
  path: 'materials.0.file',
  source: '行政许可法 31',
};
const AREA_MISSING: UnmetRule = {
  rule: 'site-area-stated',
  message: { zh: '请填写面积。', en: 'State the site area.' },
};

describe('A refusal', () => {
  it('carries its code, its kind, both languages and every unmet rule', () => {
    const refusal = refusals.refuse('permit-not-possible', [PLAN_MISSING, AREA_MISSING]);

    expect(refusal.toData()).toEqual({
      code: 'permit-not-possible',
      kind: 'unmet',
      message: { zh: '不能办理。', en: 'The permit is not possible.' },
      unmet: [PLAN_MISSING, AREA_MISSING],
    });
  });

  it('is told in the same bytes when it was stored in another order and read again', () => {
    const told = refusals.refuse('permit-not-possible', [PLAN_MISSING, AREA_MISSING]).toData();
    const stored: PlainRefusal = {
      unmet: told.unmet.map(({ rule, message: { zh, en }, ...rest }) => ({
        ...rest,
        message: { en, zh },
        rule,
      })),
      message: { en: told.message.en, zh: told.message.zh },
      kind: told.kind,
      code: told.code,
    };

    expect(JSON.stringify(stored)).not.toBe(JSON.stringify(told));
    expect(JSON.stringify(Refusal.fromData(stored).toData())).toBe(JSON.stringify(told));
  });

  it('names code and every unmet rule in the text that a log shows', () => {
    const { message } = refusals.refuse('permit-not-possible', [PLAN_MISSING, AREA_MISSING]);

    expect(message.split('\n')).toEqual([
      'permit-not-possible: The permit is not possible.',
      '- site-plan-attached: Attach the site plan.',
      '- site-area-stated: State the site area.',
    ]);
  });

  it('is an error with a stack and a name of its own', () => {
    const refusal = refusals.refuse('no-such-case');

    expect(refusal).toBeInstanceOf(Error);
    expect(refusal.name).toBe('Refusal');
    expect(refusal.stack).toContain('refusal.spec');
  });

  it('needs no unmet rules', () => {
    expect(refusals.refuse('no-such-case').unmet).toEqual([]);
  });

  it.each(['unknown', 'constructor', 'toString'])(
    'cannot be made under a code that was not declared: %s',
    (code) => {
      expect(() => refusals.refuse(code as 'no-such-case')).toThrow(TypeError);
    },
  );

  it('does not compile under a code that was not declared', () => {
    // @ts-expect-error -- the code is not in the table.
    expect(() => refusals.refuse('permit-not-posible')).toThrow(TypeError);
  });

  it('comes back from JSON as it went', () => {
    const message = fc.record({ zh: fc.string({ unit: 'grapheme' }), en: fc.string() });
    const unmet = fc.record(
      { rule: fc.string(), message, path: fc.string(), source: fc.string({ unit: 'grapheme' }) },
      { requiredKeys: ['rule', 'message'] },
    );
    const anyRefusal = fc.record({
      code: fc.string(),
      kind: fc.constantFrom('malformed' as const, 'conflict' as const, 'internal' as const),
      message,
      unmet: fc.array(unmet),
    });

    holdsFor(
      fc.property(anyRefusal, (data) => {
        const sent = Refusal.fromData(data);
        const received = Refusal.fromData(
          JSON.parse(JSON.stringify(sent.toData())) as PlainRefusal,
        );
        expect(received.toData()).toEqual(sent.toData());
        expect(received.message).toBe(sent.message);
      }),
    );
  });
});

describe('Refusing when something is unmet', () => {
  const check = (unmet: readonly UnmetRule[]) =>
    refuseWhenUnmet(unmet, (all) => refusals.refuse('permit-not-possible', all));

  it('lets a request pass that meets every rule', () => {
    expect(() => check([])).not.toThrow();
  });

  it('reports all rules together', () => {
    const all = [PLAN_MISSING, AREA_MISSING];

    expect(() => check(all)).toThrow(refusals.refuse('permit-not-possible', all).message);
  });
});
