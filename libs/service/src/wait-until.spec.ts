import { ServiceLog } from './log.js';
import { waitUntil } from './wait-until.js';

const aLog = (lines: string[]) =>
  new ServiceLog({
    participant: 'intake-centre',
    level: 'info',
    circumstances: () => ({}),
    destination: { write: (line: string) => lines.push(line) },
  });

describe('Waiting for what a service needs', () => {
  it('goes on until it is there, and says so', async () => {
    const lines: string[] = [];
    let attempts = 0;
    const attempt = async () => {
      attempts += 1;
      if (attempts < 4) throw new Error('connection refused');
      return 'connected';
    };

    const found = await waitUntil('the database', attempt, {
      log: aLog(lines),
      signal: new AbortController().signal,
      firstPauseMs: 1,
      longestPauseMs: 2,
    });

    expect(found).toBe('connected');
    expect(lines.at(0)).toContain('waiting for the database');
    expect(lines.at(-1)).toContain('the database is there');
  });

  it('does not fill the log while nothing changes', async () => {
    const lines: string[] = [];
    let attempts = 0;
    const attempt = async () => {
      attempts += 1;
      if (attempts < 100) throw new Error('connection refused');
    };
    await waitUntil('the database', attempt, {
      log: aLog(lines),
      signal: new AbortController().signal,
      firstPauseMs: 1,
      longestPauseMs: 1,
    });

    expect(lines.length).toBeLessThan(5);
  });

  it('ends when the process is told to stop', async () => {
    const stopping = new AbortController();
    const waiting = waitUntil('the database', () => Promise.reject(new Error('no')), {
      log: aLog([]),
      signal: stopping.signal,
      firstPauseMs: 60_000,
    });
    stopping.abort();

    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
});
