import { aJointCase } from '../../test/cases.js';
import { withDaysOff } from '../../test/calendars.js';
import { anOpenTrack, CASE, counting, refusalOf, tracks } from '../../test/fixtures.js';
import { explainCaseDate } from './case-dates.js';

const sources = (change: Partial<Parameters<typeof explainCaseDate>[1]> = {}) => ({
  track: anOpenTrack(),
  file: { of: aJointCase(), tracks: [], inspections: [], handovers: [] } as never,
  licence: undefined,
  counting,
  place: { handoverAckWorkingDays: 3 },
  ...change,
});

describe('The explanation of a date of a case', () => {
  it('has the joint term, by its own article', () => {
    expect(explainCaseDate('joint', sources())).toMatchObject({
      due: { due: '2026-05-13' },
      article: '行政许可法 42②',
      title: { zh: '联合办理期限' },
    });
  });

  it('has no joint term where the case is not handled jointly', () => {
    const { joint: _, ...of } = aJointCase();
    const single = sources({ file: { of, handovers: [] } as never });

    expect(refusalOf(() => explainCaseDate('joint', single)).code).toBe('date-not-set');
  });

  it('says that a date stands which was settled before a calendar was amended', () => {
    const track = tracks.granted();
    const amended = sources({ track, counting: withDaysOff('2026-11-05') });
    const { due, steps } = explainCaseDate('statutory', amended);

    expect(due).toEqual({ due: '2026-11-30' });
    expect(steps.at(-1)?.en).toContain('2026-11-30 stands');
  });

  it('counts the days that a handover was sent with, not those of today', () => {
    const handover = {
      caseNumber: CASE,
      item: 'drainage-permit',
      sentAt: '2026-11-06T02:00:00.000Z',
      acknowledgeBy: { due: '2026-11-13' },
      acknowledgeWithin: 5,
    };
    const file = { of: aJointCase(), handovers: [handover] } as never;

    expect(explainCaseDate('handover', sources({ file })).steps[0]?.en).toContain('5 working days');
  });
});
