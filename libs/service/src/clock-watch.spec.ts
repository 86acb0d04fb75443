import { judgeClocks, type ClockSample } from './clock-watch.js';

const sample = (changes: Partial<ClockSample> = {}): ClockSample => ({
  hostMs: 1_000_000,
  monotonicMs: 5_000,
  databaseMs: 1_000_000,
  ...changes,
});

/** A look two seconds later at a host clock that somebody moved by `stepMs`, the database with it. */
const afterStep = (stepMs: number) =>
  sample({ hostMs: 1_002_000 + stepMs, databaseMs: 1_002_000 + stepMs, monotonicMs: 7_000 });

describe('The watch over the clocks', () => {
  it.each([
    ['agree', 0, 'agreed'],
    ['differ by two seconds', 2_000, 'agreed'],
    ['differ by a little more', 2_001, 'alarm'],
    ['differ by a little more the other way', -2_001, 'alarm'],
    ['differ by half a minute', 30_000, 'alarm'],
    ['differ by more than half a minute', 30_001, 'halt'],
    ['differ by more than half a minute the other way', -30_001, 'halt'],
  ])('says what follows when host and database %s', (_, skewMs, kind) => {
    expect(judgeClocks(undefined, sample({ databaseMs: 1_000_000 - skewMs }))).toMatchObject({
      kind,
      skewMs,
    });
  });

  it.each([
    ['stood still with the time service', 0, 'agreed'],
    ['was slewed back', -1_000, 'agreed'],
    ['was set back', -1_001, 'halt'],
    ['was set ahead a little', 30_000, 'agreed'],
    ['was set ahead', 30_001, 'halt'],
  ])('notices what the database cannot show when the clock of both %s', (_, stepMs, kind) => {
    expect(judgeClocks(sample(), afterStep(stepMs)).kind).toBe(kind);
  });

  it('notices a clock that was set back while nothing ran', () => {
    expect(judgeClocks(undefined, sample(), 1_001_000).kind).toBe('agreed');
    expect(judgeClocks(undefined, sample(), 1_001_001)).toMatchObject({
      reason: 'clock-went-back',
    });
  });

  it.each([
    ['one peer that agrees', [0], 1, 'agreed'],
    ['one peer that differs by two seconds', [2_000], 1, 'agreed'],
    ['one peer that differs by a little more', [-2_001], 1, 'alarm'],
    ['one peer that differs by half a minute', [30_000], 1, 'alarm'],
    ['one peer that differs by more', [-30_001], 1, 'halt'],
    ['one of two peers that differs by an hour', [3_600_000, 0], 2, 'alarm'],
    ['the only one of two that was heard', [3_600_000], 2, 'alarm'],
    ['both peers, each another way', [3_600_000, -31_000], 2, 'halt'],
    ['one of three peers', [90_000, 0, 0], 3, 'alarm'],
    ['two of three peers', [90_000, 90_000, 0], 3, 'halt'],
    ['nobody, since nobody was heard', [], 3, 'agreed'],
  ])('says what follows from %s', (_, skews, all, kind) => {
    const heard = skews.map((skewMs, index) => ({ participant: `peer-${index}` as const, skewMs }));
    expect(judgeClocks(undefined, sample({ peers: { heard, all } as never })).kind).toBe(kind);
  });

  it('names the peers that an alarm is about', () => {
    const near = { participant: 'intake-centre', skewMs: 3 } as const;
    const far = { participant: 'approval-bureau', skewMs: -7_000 } as const;

    expect(judgeClocks(undefined, sample({ peers: { heard: [near, far], all: 2 } }))).toMatchObject(
      { kind: 'alarm', peers: [far] },
    );
  });

  it('names the reason of a halt', () => {
    const heard = [{ participant: 'intake-centre', skewMs: 31_000 } as const];
    expect(judgeClocks(undefined, sample({ peers: { heard, all: 1 } }))).toMatchObject({
      reason: 'peers-differ',
    });
    expect(judgeClocks(sample(), afterStep(-5_000))).toMatchObject({ reason: 'clock-went-back' });
    expect(judgeClocks(sample(), afterStep(50_000))).toMatchObject({
      reason: 'clock-jumped-ahead',
    });
    expect(judgeClocks(undefined, sample({ databaseMs: 0 }))).toMatchObject({
      reason: 'clocks-differ',
    });
  });
});
