import { Refusal } from '@onewindow/kernel';
import type { OfficialDocument } from './official-document.js';
import { Press } from './press.js';

const ODD = new URL('../test/odd-printer.mjs', import.meta.url);

const aDocument = (title: string): OfficialDocument => ({
  title,
  issuer: '海棠市行政审批服务局',
  language: 'zh-CN',
  madeAt: '2026-11-22T00:00:00+08:00',
  blocks: [],
  footer: '',
});

async function withPress<Result>(
  options: ConstructorParameters<typeof Press>[0],
  work: (press: Press) => Promise<Result>,
): Promise<Result> {
  const press = new Press(options);
  try {
    return await work(press);
  } finally {
    await press.close();
  }
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

describe('The press', () => {
  it('renders on a thread of its own', async () => {
    const pdf = await withPress({}, (press) => press.render(aDocument('a')));

    expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it('goes on with the next document after one that hangs, dies or fails', async () => {
    await withPress({ script: ODD, patienceMs: 3_000 }, async (press) => {
      const ends = await Promise.all(
        ['hangs', 'fine', 'dies', 'fine', 'fails', 'fine'].map((title) =>
          codeOf(press.render(aDocument(title))),
        ),
      );

      const lost = 'document-not-printable';
      expect(ends).toEqual([lost, 'none', lost, 'none', lost, 'none']);
    });
  });

  it('starts again after its thread was let go', async () => {
    await withPress({ script: ODD, idleMs: 1 }, async (press) => {
      await press.render(aDocument('fine'));
      await new Promise((resolve) => setImmediate(resolve));

      expect(await codeOf(press.render(aDocument('fine')))).toBe('none');
    });
  });

  it('refuses more than may wait, and everything once it is closed', async () => {
    const press = new Press({ script: ODD, mostWaiting: 1 });
    const first = codeOf(press.render(aDocument('hangs')));
    const second = codeOf(press.render(aDocument('fine')));

    expect(await codeOf(press.render(aDocument('fine')))).toBe('press-busy');
    await press.close();
    expect([await first, await second]).toEqual(['press-busy', 'press-busy']);
    expect(await codeOf(press.render(aDocument('fine')))).toBe('press-busy');
  });
});
