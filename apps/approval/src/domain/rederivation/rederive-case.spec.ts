import { legalDate } from '@onewindow/kernel';
import { NOTICE, withDaysOff } from '../../../test/calendars.js';
import { aJointCase } from '../../../test/cases.js';
import { counting, on } from '../../../test/fixtures.js';
import { caseDeadlinesOf } from '../case/case.js';
import { withEvent } from '../case/joint-clock.js';
import { missJointTerm } from '../case/joint-term.js';
import { rederiveCase } from './rederive-case.js';

const BY = { calendars: NOTICE };
const MAY_15 = legalDate('2026-05-15');

describe('The joint term of a case on another calendar', () => {
  const of = aJointCase();
  /** Inside the 45 days from 2026-03-06, which end on 2026-05-13. */
  const off = withDaysOff('2026-03-12');

  it('moves, and says what it was and why it moved', () => {
    const moved = rederiveCase(of, off, BY);

    expect(moved?.events).toEqual([
      {
        type: 'due-dates-moved',
        before: { statutory: { due: '2026-05-13' } },
        after: { statutory: { due: '2026-05-14' } },
        calendars: NOTICE,
      },
    ]);
    expect(moved && caseDeadlinesOf(moved.state)['joint-end']).toBe('2026-05-14T16:00:00.000Z');
  });

  it('is left alone where no date moves, where there is none, and once it was missed', () => {
    const missed = missJointTerm(of, on('2026-05-15'), counting).state;
    const { joint: _, ...single } = of;

    expect(missed.joint?.missedAt).toBeDefined();
    expect(rederiveCase(of, withDaysOff('2026-11-13'), BY)).toBeUndefined();
    expect(rederiveCase(single, off, BY)).toBeUndefined();
    expect(rederiveCase(missed, off, BY)).toBeUndefined();
    expect(rederiveCase({ ...of, status: 'decided' }, off, BY)).toBeUndefined();
  });

  it('keeps the date that was missed when its last track is decided on that calendar', () => {
    const missed = missJointTerm(of, on('2026-05-15'), counting).state;
    const met = missed.joint && withEvent(missed.joint, { type: 'met', on: MAY_15 }, off);

    expect(met).toMatchObject({ due: { due: '2026-05-13' }, clock: { length: 3 } });
  });

  it('is missed by the calendar in force, also where its deadline was armed by the one before', () => {
    const moved = rederiveCase(of, off, BY)!.state;

    expect(missJointTerm(of, on('2026-05-14'), off).events).toEqual([]);
    expect(missJointTerm(moved, on('2026-05-15'), counting).events).toEqual([
      expect.objectContaining({ due: '2026-05-13', missedAt: '2026-05-13T16:00:00.000Z' }),
    ]);
  });
});
