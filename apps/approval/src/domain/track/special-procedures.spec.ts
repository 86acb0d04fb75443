import { aTest, counting, on, REPORT, rulesOf, tracks } from '../../../test/fixtures.js';
import { SPECIAL_PROCEDURE_KINDS, type SpecialProcedureKind } from './special-procedure-kinds.js';
import { endSpecialProcedure, startSpecialProcedure } from './special-procedures.js';
import { trackLifecycle } from './track-lifecycle.js';
import type { Track } from './track.js';

const open = tracks['in-review'];
const start = (track: Track, date: string, changes: Partial<ReturnType<typeof aTest>> = {}) =>
  startSpecialProcedure(track, { ...aTest(), ...changes }, on(date), counting);
const end = (track: Track, date: string, procedureId = 'procedure-1') =>
  endSpecialProcedure(
    track,
    { procedureId, result: 'favourable', conclusion: '水质达标', report: REPORT },
    on(date),
    counting,
  );

describe('Starting a special procedure', () => {
  it.each(Object.keys(SPECIAL_PROCEDURE_KINDS) as SpecialProcedureKind[])(
    'stops the clock for %s',
    (procedure) => {
      const { state } = startSpecialProcedure(
        open(),
        { ...aTest(), procedure },
        on('2026-11-04'),
        counting,
      );

      expect(state).toMatchObject({
        status: 'suspended',
        dates: { statutory: { haltedSince: '2026-11-04' } },
      });
    },
  );

  it('refuses what is none of the eight of the law', () => {
    const deliberation = 'deliberation' as SpecialProcedureKind;

    expect(
      rulesOf(() =>
        startSpecialProcedure(
          open(),
          { ...aTest(), procedure: deliberation },
          on('2026-11-04'),
          counting,
        ),
      ),
    ).toEqual(['procedure-stops-the-clock']);
  });

  it('numbers its written notice and tells the expected date', () => {
    const { state, events } = start(open(), '2026-11-04');

    expect(events).toEqual([
      expect.objectContaining({
        type: 'special-procedure-started',
        statutory: { haltedSince: '2026-11-04', due: '2026-12-07' },
        procedure: expect.objectContaining({
          noticeNumber: '379900-20261102-000001-01-N1',
          from: '2026-11-04',
        }),
      }),
    ]);
    expect(state.clock.at(-1)).toMatchObject({ expectedUntil: '2026-11-10' });
  });

  it('lists every defect of the request at once', () => {
    expect(
      rulesOf(() => start(open(), '2026-11-04', { reason: ' ', expectedWorkingDays: 0 })),
    ).toEqual(expect.arrayContaining(['reason-given', 'expected-time-stated']));
  });

  it('stops nothing once the term is over', () => {
    expect(rulesOf(() => start(open(), '2026-12-01'))).toEqual(['suspended-within-term']);
  });

  const others = trackLifecycle.states.filter(
    (status) => !trackLifecycle.allows(status, 'start-special-procedure'),
  );

  it.each(others)('is refused while the track is %s', (status) => {
    expect(() => start(tracks[status](), '2026-11-06')).toThrow('action-not-allowed-in-state');
  });
});

describe('Ending a special procedure', () => {
  it('lets the clock run on, the day of the result not counted', () => {
    const { state, events } = end(tracks.suspended(), '2026-11-10');

    expect(state).toMatchObject({
      status: 'in-review',
      dates: { statutory: { due: '2026-12-07' }, suspendedWorkingDays: 5 },
    });
    expect(events).toEqual([
      expect.objectContaining({
        type: 'special-procedure-ended',
        suspendedWorkingDays: 5,
        statutory: { due: '2026-12-07' },
      }),
    ]);
  });

  it('counts days once on which two procedures ran, and resumes with the last', () => {
    const both = start(tracks.suspended(), '2026-11-06', { procedureId: 'procedure-2' }).state;
    const one = end(both, '2026-11-10').state;
    const none = end(one, '2026-11-12', 'procedure-2').state;

    expect(one.status).toBe('suspended');
    expect(none).toMatchObject({
      status: 'in-review',
      dates: { suspendedWorkingDays: 7, statutory: { due: '2026-12-09' } },
    });
  });

  it('is refused for a procedure that is not running', () => {
    expect(rulesOf(() => end(tracks.suspended(), '2026-11-10', 'another'))).toEqual([
      'procedure-is-running',
    ]);
  });

  it('needs a conclusion', () => {
    expect(
      rulesOf(() =>
        endSpecialProcedure(
          tracks.suspended(),
          { procedureId: 'procedure-1', result: 'favourable', conclusion: ' ', report: REPORT },
          on('2026-11-10'),
          counting,
        ),
      ),
    ).toEqual(['conclusion-given']);
  });

  const others = trackLifecycle.states.filter((status) => status !== 'suspended');

  it.each(others)('is refused while the track is %s', (status) => {
    expect(() => end(tracks[status](), '2026-11-10')).toThrow('action-not-allowed-in-state');
  });
});
