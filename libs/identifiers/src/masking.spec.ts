import * as fc from 'fast-check';
import { holdsFor } from '../test/seeded.js';
import { maskIdentityNumber, maskMiddle, maskPersonName, maskPhone } from './masking.js';

describe('Masking for display', () => {
  it('keeps four characters at each end of an identity number', () => {
    expect(maskIdentityNumber('371502190101010019')).toBe('3715**********0019');
  });

  it('keeps three and four digits of a telephone number', () => {
    expect(maskPhone('13800000019')).toBe('138****0019');
  });

  it('keeps the first character of a name', () => {
    expect(maskPersonName('王小明')).toBe('王**');
    expect(maskPersonName('王')).toBe('*');
    expect(maskPersonName('')).toBe('');
  });

  it('hides whatever is too short to be recognised and still hidden', () => {
    expect(maskIdentityNumber('12345678')).toBe('********');
    expect(maskPhone('12345')).toBe('*****');
  });

  it('never shows more than it was asked to, and never changes the length', () => {
    holdsFor(
      fc.property(fc.stringMatching(/^[0-9X]{0,30}$/), fc.nat(6), fc.nat(6), (text, start, end) => {
        const masked = maskMiddle(text, start, end);
        const shown = masked.replaceAll('*', '').length;
        return masked.length === text.length && shown <= start + end;
      }),
    );
  });
});
