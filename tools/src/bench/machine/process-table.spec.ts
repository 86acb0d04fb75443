import { sumOf, usageOf, usedBetween, type Usage } from './process-table.js';

const usage = (name: string, cpuMs: number, pssMiB?: number): Usage => ({
  name,
  processes: 1,
  cpuMs,
  rssMiB: 10,
  pssMiB,
});

describe('what the processes of a platform use', () => {
  it('is told of this very process and not of one that is gone', () => {
    const [self, ...others] = usageOf(
      [
        { name: 'generator', pid: process.pid },
        { name: 'gone', pid: undefined },
      ],
      undefined,
    );
    expect(others).toEqual([]);
    expect(self).toMatchObject({ name: 'generator', processes: 1 });
    expect(self?.rssMiB).toBeGreaterThan(10);
  });

  it('counts between two looks, and from the new start where something was started again', () => {
    const before = [usage('a', 100), usage('b', 500)];
    const after = [usage('a', 350), usage('b', 40), usage('new', 7)];
    expect(usedBetween(before, after).map(({ cpuMs }) => cpuMs)).toEqual([250, 40, 7]);
  });

  it('adds up what belongs together', () => {
    expect(sumOf('both', [usage('a', 1, 2), usage('b', 3, 4)])).toEqual({
      name: 'both',
      processes: 2,
      cpuMs: 4,
      rssMiB: 20,
      pssMiB: 6,
    });
    expect(sumOf('both', [usage('a', 1, 2), usage('b', 3)]).pssMiB).toBeUndefined();
  });
});
