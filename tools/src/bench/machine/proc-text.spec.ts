import { readFileSync } from 'node:fs';
import { busyMsIn, cpuTimesIn, databaseInTitle, mebibytesIn } from './proc-text.js';

describe('what /proc tells of a process', () => {
  it('reads CPU times past a name with spaces and brackets', () => {
    const stat =
      '4711 (node (x) y) S 12 4711 4711 0 -1 4194560 900 0 1 0 150 25 30 5 20 0 11 0 1 2';
    expect(cpuTimesIn(stat)).toEqual({ parent: 12, ownMs: 1_750, endedChildrenMs: 350 });
  });

  it('reads this very process', () => {
    const { parent, ownMs } = cpuTimesIn(readFileSync('/proc/self/stat', 'utf8'));
    const { user, system } = process.cpuUsage();
    expect(parent).toBe(process.ppid);
    expect(Math.abs(ownMs - (user + system) / 1000)).toBeLessThan(500);
  });

  it('adds up what all cores did, without what they waited', () => {
    const stat = 'cpu  100 20 30 9000 500 1 2 3 0 0\ncpu0 50 10 15 4500 250 1 1 1 0 0\n';
    expect(busyMsIn(stat)).toBe(1_560);
  });

  it('reads sizes and leaves out what is not told', () => {
    const status = 'Name:\tnode\nVmHWM:\t  999999 kB\nVmRSS:\t  102400 kB\n';
    expect(mebibytesIn(status, 'VmRSS')).toBe(100);
    expect(mebibytesIn('Rss:  4 kB\nPss:                2048 kB\nPss_Anon: 1 kB\n', 'Pss')).toBe(2);
    expect(mebibytesIn(status, 'Pss')).toBeUndefined();
  });

  it('knows whose backend a PostgreSQL process is', () => {
    const title = 'postgres: onewindow_intake_centre bench_intake 127.0.0.1(51234) idle';
    expect(databaseInTitle(title)).toBe('bench_intake');
    expect(databaseInTitle('postgres: walwriter ')).toBeUndefined();
    expect(databaseInTitle('/x/bin/postgres -D /tmp/data -p 5432')).toBeUndefined();
  });
});
