import { standingOf, type JournalMark } from './epoch.js';

const stream = (lastSequence: number, created = 'first') => ({ created, lastSequence });
const mark = (change: Partial<JournalMark> = {}): JournalMark => ({
  epoch: { epoch: 1, streamCreated: 'first', base: 0 },
  lastPosition: 100,
  confirmed: 40,
  ...change,
});

describe('Where a relay goes on', () => {
  it('is behind what its stream holds', () => {
    expect(standingOf(stream(70), mark())).toMatchObject({ kind: 'goes-on', cursor: 70 });
    expect(
      standingOf(stream(30), mark({ epoch: { epoch: 2, streamCreated: 'first', base: 40 } })),
    ).toMatchObject({ kind: 'goes-on', cursor: 70 });
  });

  it('is earlier when the stream has lost its end', () => {
    expect(standingOf(stream(10), mark())).toMatchObject({ kind: 'goes-on', cursor: 10 });
  });

  it('is behind what every reader has when the stream was made anew', () => {
    expect(standingOf(stream(0, 'second'), mark())).toEqual({
      kind: 'begins',
      cursor: 40,
      epoch: { epoch: 2, streamCreated: 'second', base: 40 },
    });
  });

  it('begins at nothing with the first stream', () => {
    const fresh = mark({ epoch: undefined, lastPosition: 0, confirmed: 0 });

    expect(standingOf(stream(0), fresh)).toEqual({
      kind: 'begins',
      cursor: 0,
      epoch: { epoch: 1, streamCreated: 'first', base: 0 },
    });
  });

  it('is behind what somebody else put at the end of the stream', () => {
    for (const lastPosition of [0, 7]) {
      expect(standingOf({ ...stream(103), lastPosition }, mark())).toEqual({
        kind: 'begins',
        cursor: 100,
        epoch: { epoch: 2, streamCreated: 'first', base: -3 },
      });
    }
  });

  it.each([
    ['the stream that it filled', { ...stream(103), lastPosition: 103 }],
    [
      'that stream in a later epoch, which the backup does not know',
      { ...stream(110), lastPosition: 107 },
    ],
    ['that stream after it had lost its end', { ...stream(90), lastPosition: 130 }],
    ['a stream that was made after the backup', { ...stream(30, 'second'), lastPosition: 130 }],
  ])('is nowhere when an old backup of the journal meets %s', (_, met) => {
    expect(standingOf(met, mark())).toMatchObject({ kind: 'halted' });
  });

  it('is nowhere when the journal is behind its own stream', () => {
    expect(standingOf(stream(101), mark())).toMatchObject({ kind: 'halted' });
    expect(standingOf(stream(1), mark({ epoch: undefined }))).toMatchObject({ kind: 'halted' });
  });
});
