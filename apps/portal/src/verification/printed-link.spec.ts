import { paperAddress, printedLink } from './printed-link.js';

const NUMBER = '379900-20260429-000001-01-L';

describe('A printed link', () => {
  it('carries number and code behind the #', () => {
    expect(printedLink(`#number=${NUMBER}&code=vK3m`, '')).toEqual({
      number: NUMBER,
      code: 'vK3m',
    });
  });

  it('is understood with a ? as well', () => {
    expect(printedLink('', `?number=${NUMBER}&code=vK3m`)).toEqual({
      number: NUMBER,
      code: 'vK3m',
    });
  });

  it('may say nothing', () => {
    expect(printedLink('', '')).toEqual({ number: '', code: '' });
  });
});

describe('The address of a paper', () => {
  it('holds its number, whatever agencies write into numbers', () => {
    expect(
      decodeURIComponent(paperAddress('海审批许字〔2026〕1/2号').split('/').at(-1) ?? ''),
    ).toBe('海审批许字〔2026〕1/2号');
  });
});
