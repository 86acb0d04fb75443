import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyDraw } from './verify-draw.js';

const example = readFileSync(
  join(import.meta.dirname, '../../../libs/draw/test/worked-example.json'),
  'utf8',
);
const { notice, list } = JSON.parse(example) as Record<'notice' | 'list', { hash: string }>;

const files: Record<string, string> = {
  'right.json': example,
  'with-mark.json': `\uFEFF${example}`,
  'exchanged.json': example.replaceAll('"place": 2', '"place": 3'),
  'other-value.json': example.replace('+ 09', '+ 10'),
  'list.json': '[1, 2]',
  'no-json.json': '{ "format": ',
};

function read(path: string): string {
  const text = files[path];
  if (text === undefined) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
  return text;
}

const verify = (...args: string[]) => verifyDraw(args, read);

describe('npm run draw:verify', () => {
  it('tells every step of a right draw in both languages and exits with 0', () => {
    const { text, exitCode } = verify('right.json');

    expect(exitCode).toBe(0);
    expect(text.match(/^✓ \d/gm)).toHaveLength(7);
    expect(text).toContain('中选：91371500MA9YXW1T5X 鲁西清源水质检测有限公司');
    expect(text).toContain('Substitute 1: 92370523MA9YXW2N21');
    expect(text).toContain('抽取无误');
    expect(text).toContain('The draw is right');
    expect(text).toContain('--notice');
    expect(verify('with-mark.json')).toEqual(verify('right.json'));
  });

  it('compares with what was noted, however it was typed', () => {
    const noted = ['--notice', notice.hash.toUpperCase(), '--list', list.hash];

    expect(verify('right.json', ...noted)).toMatchObject({ exitCode: 0 });
    expect(verify('right.json', ...noted).text).not.toContain('--notice');
    expect(verify('right.json', '--list', notice.hash)).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('list-not-as-published'),
    });
  });

  it.each([
    ['exchanged.json', 'order-changed', '✗ 6.'],
    ['other-value.json', 'key-changed', '✗ 6.'],
    ['list.json', 'not-a-draw-file', '✗ 1.'],
  ])('names the fault of %s: %s', (file, fault, step) => {
    const { text, exitCode } = verify(file);

    expect(exitCode).toBe(1);
    expect(text).toContain(fault);
    expect(text).toContain(step);
    expect(text).toContain('抽取有误');
  });

  it('prints one document when asked', () => {
    const right = JSON.parse(verify('--json', 'right.json').text) as unknown;
    const wrong = JSON.parse(verify('other-value.json', '--json').text) as unknown;

    expect(right).toMatchObject({ verified: true, faults: [] });
    expect(wrong).toMatchObject({
      verified: false,
      faults: expect.arrayContaining([
        expect.objectContaining({ fault: 'key-changed', path: 'key' }),
      ]),
    });
  });

  it.each([
    ['no file', []],
    ['two files', ['right.json', 'list.json']],
    ['an unknown option', ['right.json', '--hash', 'x']],
    ['a hash that is none', ['right.json', '--notice', 'x']],
  ])('explains itself when called with %s, and exits with 2', (_, args) => {
    expect(verify(...args)).toMatchObject({
      text: '',
      errors: expect.stringContaining('npm run draw:verify -- FILE'),
      exitCode: 2,
    });
  });

  it('says which file cannot be read, and exits with 2', () => {
    expect(verify('missing.json')).toMatchObject({
      errors: expect.stringContaining('missing.json'),
      exitCode: 2,
    });
    expect(verify('no-json.json')).toMatchObject({
      errors: expect.stringContaining('no JSON document'),
      exitCode: 2,
    });
  });
});
