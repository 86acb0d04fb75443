import fc from 'fast-check';
import { attachment } from './attachment.js';

describe('The header of an attachment', () => {
  it('names the file for old readers and in full', () => {
    expect(attachment('营业执照 (副本).pdf')).toBe(
      `attachment; filename="____ (__).pdf"; filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7%20%28%E5%89%AF%E6%9C%AC%29.pdf`,
    );
  });

  it('stays one header whatever the name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        expect(attachment(name)).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/,
        );
      }),
      { seed: 20260430 },
    );
  });
});
