import { inlined, literal, shapeOf } from './script-text.js';

describe('text of a pgbench script', () => {
  it.each([
    ['plain', `'plain'`],
    [`it's`, `E'it''s'`],
    ['{"a":null,"b":"c\\"d"}', `E'{"a"\\x3anull,"b"\\x3a"c\\\\"d"}'`],
  ])('writes %j as a constant without a colon', (text, constant) => {
    expect(literal(text)).toBe(constant);
  });

  it('writes parameters into the statement that they were bound to', () => {
    expect(inlined('select $2::int, $1, $3', ['a:b', '7', null])).toBe(
      `select '7'::int, E'a\\x3ab', null`,
    );
  });

  it('hides colons of logged constants and leaves casts alone', () => {
    expect(inlined(`select '{}'::text[] where id = 'x:y' and t > '09:00'`, [])).toBe(
      `select '{}'::text[] where id = E'x\\x3ay' and t > '09:00'`,
    );
  });

  it('knows a statement again by its shape', () => {
    const one = `select "c0"."id" from t as "c0"\n where id = 'a' and n in (1, 2) limit 3`;
    const other = `select "c0"."id" from t as "c0" where id = 'it''s' and n in (5, 6, 7) limit 9`;
    expect(shapeOf(one)).toBe(shapeOf(other));
    expect(shapeOf(one)).toBe('select "c0"."id" from t as "c0" where id = ? and n in (?…) limit ?');
  });
});
