import { newVerificationCode } from './verification-code.js';

describe('A verification code', () => {
  it('has twenty characters that cannot be mistaken for each other', () => {
    expect(newVerificationCode()).toMatch(/^(?:[2-9A-HJ-NP-Z]{5}-){3}[2-9A-HJ-NP-Z]{5}$/);
  });

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 1_000 }, newVerificationCode)).size).toBe(1_000);
  });
});
