import { displayFileName, extensionOf } from './file-name.js';

describe('The shown name of a file', () => {
  it.each([
    ['营业执照.pdf', '营业执照.pdf'],
    ['C:\\Users\\me\\a.pdf', 'a.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a\r\nContent-Type: x.pdf', 'aContent-Type: x.pdf'],
    ['gpj.\u202eexe', 'gpj.exe'],
    ['', 'file'],
    ['..', 'file'],
    ['a/', 'file'],
  ])('%j becomes %j', (name, shown) => {
    expect(displayFileName(name)).toBe(shown);
  });

  it('keeps its extension when it is cut to 200 characters', () => {
    const shown = displayFileName(`${'长'.repeat(300)}.pdf`);

    expect(Array.from(shown)).toHaveLength(200);
    expect(extensionOf(shown)).toBe('pdf');
  });
});
