import { fileNameIn } from './file-name.js';

describe('The name of a file that comes over the line', () => {
  it.each([
    [`attachment; filename="__.pdf"; filename*=UTF-8''%E5%86%B3%E5%AE%9A.pdf`, '决定.pdf'],
    ['attachment; filename="plain.pdf"', undefined],
    [`attachment; filename*=UTF-8''%E5%86`, undefined],
    [null, undefined],
  ])('in %j is %j', (disposition, name) => {
    expect(fileNameIn(disposition)).toBe(name);
  });
});
