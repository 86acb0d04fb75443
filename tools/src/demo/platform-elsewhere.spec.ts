import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMONSTRATION_ACCOUNTS } from '../demonstration/accounts.js';
import { STORY_BEGINS } from '../story/story-begins.js';
import { onPlatformAt } from './platform-elsewhere.js';

describe('A story on a platform that runs already', () => {
  let folder: string;
  let server: Server;
  let url: string;
  let clock: { readonly mode: string; readonly now: string };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onewindow-elsewhere-'));
    // A gateway as far as the story asks it before it begins.
    server = createServer((request, response) => {
      request.resume();
      const reply = request.url?.endsWith('/clock') === true ? clock : { token: 'anybody' };
      response.end(JSON.stringify(reply));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  const play = (passwords?: string) =>
    onPlatformAt(url, { passwords, databases: undefined, say: () => undefined });

  function everybody(): string {
    const file = join(folder, 'passwords.json');
    const passwords = DEMONSTRATION_ACCOUNTS.map(({ id }) => [id, 'secret']);
    writeFileSync(file, JSON.stringify(Object.fromEntries(passwords)));
    return file;
  }

  it('wants to know the passwords', async () => {
    await expect(play()).rejects.toMatchObject({ code: 'passwords-missing' });
  });

  it('does not begin on the clock of the host, where it would wait for weeks', async () => {
    clock = { mode: 'host', now: STORY_BEGINS };

    await expect(play(everybody())).rejects.toMatchObject({ code: 'clock-not-for-a-story' });
  });

  it('does not begin where the clock has passed its first day', async () => {
    clock = { mode: 'simulated', now: '2026-05-01T01:00:00.000Z' };

    await expect(play(everybody())).rejects.toMatchObject({
      code: 'clock-not-for-a-story',
      unmet: expect.arrayContaining([expect.objectContaining({ path: '--url' })]) as unknown,
    });
  });
});
