import { newSalt } from './salt.js';

describe('A salt', () => {
  it('is sixteen bytes, and another one each time', () => {
    const salts = Array.from({ length: 1_000 }, newSalt);

    expect(salts.every((salt) => /^[0-9a-f]{32}$/.test(salt))).toBe(true);
    expect(new Set(salts).size).toBe(1_000);
  });
});
