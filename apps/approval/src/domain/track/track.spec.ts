import { instantOf, isLegalDate } from '@onewindow/kernel';
import { ACCEPTED, anOpenTrack, on } from '../../../test/fixtures.js';
import { trackId } from './track.js';

describe('Opening a track', () => {
  it('counts the statutory term in working days from the day after the acceptance', () => {
    expect(anOpenTrack().dates.statutory).toEqual({ due: '2026-11-30' });
  });

  it('keeps the promised term beside the statutory one', () => {
    const { dates } = anOpenTrack({
      promisedTerm: { unit: 'working-day', days: 10, source: '办事指南' },
    });

    expect(dates).toMatchObject({
      statutory: { due: '2026-11-30' },
      promised: { due: '2026-11-16' },
    });
  });

  it('lights blue when the last fifth of the term begins, and yellow on its last day', () => {
    expect(anOpenTrack().dates.lamps).toEqual({
      statutory: [
        { lamp: 'blue', from: instantOf('2026-11-23T16:00:00.000Z') },
        { lamp: 'yellow', from: instantOf('2026-11-29T16:00:00.000Z') },
      ],
    });
  });

  it('lights the lamps that its item sets, clock by clock', () => {
    const { lamps } = anOpenTrack({
      promisedTerm: { unit: 'working-day', days: 10, source: '办事指南' },
      warnings: { statutory: [{ lamp: 'red', workingDaysLeft: 5 }] },
    }).dates;

    expect(lamps.statutory).toEqual([{ lamp: 'red', from: instantOf('2026-11-22T16:00:00.000Z') }]);
    expect(lamps.promised?.map(({ lamp }) => lamp)).toEqual(['blue', 'yellow']);
  });

  it('leaves a date open that needs an unpublished year, and says which', () => {
    const { dates } = anOpenTrack({}, on('2026-12-14'));

    expect(dates.statutory).toEqual({ notBefore: '2027-01-01', missingYear: 2027 });
    expect(dates.lamps).toEqual({ statutory: [] });
  });

  it('warns of a term of one day on that day, not on the day of the acceptance', () => {
    const { dates } = anOpenTrack({ statutoryTerm: { unit: 'working-day', days: 1, source: 's' } });

    expect(dates.lamps.statutory?.map(({ from }) => from)).toEqual(
      Array(2).fill(instantOf('2026-11-02T16:00:00.000Z')),
    );
  });

  it('holds nothing but plain data, so that its state can be hashed', () => {
    const track = anOpenTrack();

    expect(JSON.parse(JSON.stringify(track))).toEqual(track);
    expect(isLegalDate(String(track.clock[0] && 'on' in track.clock[0] && track.clock[0].on))).toBe(
      true,
    );
  });

  it('is found by its case number and its item', () => {
    expect(trackId('379900-20261102-000001', 'drainage-permit')).toBe(
      '379900-20261102-000001:drainage-permit',
    );
    expect(ACCEPTED).toBe('2026-11-02T02:00:00.000Z');
  });
});
