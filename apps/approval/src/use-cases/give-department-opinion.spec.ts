import { withDaysOff } from '../../test/calendars.js';
import { accepted, anApproval } from '../../test/an-approval.js';
import { anItem, CASE, counting, decider, on, reviewer } from '../../test/fixtures.js';
import { consultationKind } from '../domain/consultation/consultation.js';

const TRACK = { caseNumber: CASE, item: 'drainage' };
const ID = `${CASE}:drainage`;
/** Inside the three days that a department has from Monday 2026-11-02 to the 5th. */
const OFF = withDaysOff('2026-11-04');
const GRANT = { outcome: 'granted', reasons: [], legalBasis: ['条例 21'] } as const;

/** A department is asked on one calendar; then another one is published, and its date was not derived anew yet. */
async function asked() {
  let { calendar } = counting;
  const { approval, memory, time } = anApproval({ calendar: () => calendar });
  await approval.openCase(accepted({ items: [anItem({ item: 'drainage' })] }));
  const departments = [{ department: 'fire-rescue', workingDays: 3 }];
  await approval.consultDepartments(
    { ...TRACK, departments, question: '是否同意' },
    { actor: reviewer },
  );
  await approval.recordOpinion(
    { ...TRACK, recommendation: 'grant', grounds: ['齐全'] },
    { actor: reviewer },
  );
  calendar = OFF.calendar;
  const requests = () => memory.stateOf(consultationKind, ID)?.requests;
  return { approval, time, requests };
}

describe('A department whose term moved with the calendar', () => {
  it('is not silent when the deadline of the old date fires', async () => {
    const { approval, time, requests } = await asked();
    time.now = on('2026-11-06');
    await approval.noteSilence(ID);
    expect(requests()).toEqual([expect.not.objectContaining({ silentSince: expect.anything() })]);

    time.now = on('2026-11-07');
    await approval.noteSilence(ID);
    expect(requests()).toEqual([
      expect.objectContaining({ silentSince: '2026-11-06T16:00:00.000Z' }),
    ]);
  });

  it('is waited for until its new date by a decision', async () => {
    const { approval, time } = await asked();
    time.now = on('2026-11-06');
    const decided = () => approval.decideTrack({ ...TRACK, ...GRANT }, { actor: decider });
    await expect(decided()).rejects.toMatchObject({ unmet: [{ rule: 'consultation-ended' }] });

    time.now = on('2026-11-07');
    await expect(decided()).resolves.toBeDefined();
  });
});
