import { commitCall } from './commit-call.js';
import { SERIAL } from './unit-template.js';

const template = {
  rows: [
    { kind: 'application', id: `a-${SERIAL}`, expected: 0 },
    { kind: 'item', id: 'drainage', expected: 3 },
  ],
  updates: {},
  inserts: { application: [`{"id":"a-${SERIAL}","share":"100%"}`] },
  lists: { 6: [`{"aggregate_id":"a-${SERIAL}"}`] },
};

describe('a call of the commit function in a script', () => {
  it('holds one unit for each case, each with variables of its own', () => {
    const call = commitCall(template, 2);
    expect(call).toContain(
      'from (select :s1::text as s1, :n1::text as n1, :r1::text as r1, :s2::text as s2, :n2::text as n2, :r2::text as r2) v, ',
    );
    expect(call).toContain(`'{"0","0","1","1"}'::int[]`);
    expect(call).toContain(
      `format('{"a-%1$s","drainage","a-%4$s","drainage"}', s1, n1, r1, s2, n2, r2)::text[]`,
    );
    expect(call).toContain(`'{"0","3","0","3"}'::int[]`);
    expect(call).toContain(
      `format(E'{"application"\\x3a[{"unit"\\x3a0,"id"\\x3a"a-%1$s","share"\\x3a"100%%"},{"unit"\\x3a1,`,
    );
    expect(call).toContain(
      `format(E'[{"unit"\\x3a0,"aggregate_id"\\x3a"a-%1$s"},{"unit"\\x3a1,"aggregate_id"\\x3a"a-%4$s"}]',`,
    );
    expect(call.match(/null::json/g)).toHaveLength(8);
  });

  it('leaves a text without anything new as a constant', () => {
    const constant = { ...template, rows: [], inserts: {}, lists: { 10: ['{"share":"5%"}'] } };
    expect(commitCall(constant, 1)).toContain(`E'[{"unit"\\x3a0,"share"\\x3a"5%"}]'::json`);
  });
});
