import type { OfficialDocument } from '@onewindow/documents';
import { PrintedDocuments } from './printed-documents.js';

const aDocument = (title: string): OfficialDocument => ({
  title,
  issuer: '海棠市行政审批服务局',
  language: 'zh-CN',
  madeAt: '2026-11-22T00:00:00+08:00',
  blocks: [],
  footer: '',
});

/** Prints the title in as many bytes as it is told, and counts how often. */
function aPress(bytes = 10) {
  const printed: string[] = [];
  const render = ({ title }: OfficialDocument) => {
    printed.push(title);
    return Promise.resolve(new Uint8Array(bytes));
  };
  return { render, printed };
}

describe('Printing what is public', () => {
  it('prints a document once, however many ask for it at the same time or later', async () => {
    const press = aPress();
    const documents = new PrintedDocuments(press);

    await Promise.all([1, 2, 3].map(() => documents.print(aDocument('a')).bytes()));
    await documents.print(aDocument('a')).bytes();

    expect(press.printed).toEqual(['a']);
  });

  it('names a document without printing it, and another one otherwise', () => {
    const press = aPress();
    const documents = new PrintedDocuments(press);

    expect(documents.print(aDocument('a')).tag).toBe(documents.print(aDocument('a')).tag);
    expect(documents.print(aDocument('a')).tag).not.toBe(documents.print(aDocument('b')).tag);
    expect(press.printed).toEqual([]);
  });

  it('forgets what was asked for longest ago when it holds too many bytes', async () => {
    const press = aPress(10);
    const documents = new PrintedDocuments(press, 20);
    const ask = (title: string) => documents.print(aDocument(title)).bytes();

    await ask('a');
    await ask('b');
    await ask('a');
    await ask('c');
    await ask('a');
    await ask('b');

    expect(press.printed).toEqual(['a', 'b', 'c', 'b']);
  });

  it('tries again what could not be printed', async () => {
    let attempts = 0;
    const documents = new PrintedDocuments({
      render: () =>
        ++attempts === 1 ? Promise.reject(new Error('away')) : Promise.resolve(new Uint8Array(1)),
    });

    await expect(documents.print(aDocument('a')).bytes()).rejects.toThrow('away');
    expect(await documents.print(aDocument('a')).bytes()).toHaveLength(1);
  });
});
