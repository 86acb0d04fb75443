import { NOTICE, withDaysOff } from '../../../test/calendars.js';
import { APPLICATION, CASE, counting, on } from '../../../test/fixtures.js';
import { acknowledgeHandover, prepareHandover } from '../handover/handover.js';
import { rederiveHandover } from './rederive-handover.js';

const BY = { calendars: NOTICE };
/** A Friday inside every term here. */
const OFF = withDaysOff('2026-11-13');

describe('The term of a department to acknowledge, on another calendar', () => {
  const sent = aHandover();

  it('moves while it is awaited, by the days that it was sent with', () => {
    const today = { calendar: OFF.calendar, handoverAckWorkingDays: 9 };

    expect(rederiveHandover(sent, today, BY)?.events).toEqual([
      {
        type: 'acknowledgement-moved',
        before: { due: '2026-11-13' },
        after: { due: '2026-11-16' },
        calendars: NOTICE,
      },
    ]);
  });

  it('is left alone once it was kept', () => {
    const kept = acknowledgeHandover(sent, {
      from: 'supervision-city-management',
      acknowledgedAt: on('2026-11-09'),
      acknowledgedBy: 'jiang',
    }).state;

    expect(rederiveHandover(kept, { ...OFF, handoverAckWorkingDays: 5 }, BY)).toBeUndefined();
  });
});

function aHandover() {
  return prepareHandover(
    {
      handoverId: 'handover-1',
      applicationId: APPLICATION,
      caseNumber: CASE,
      item: 'food',
      itemName: '食品经营许可',
      agency: 'bureau',
      agencyName: '行政审批局',
      department: 'city-management',
      applicant: { name: '某餐饮公司', creditCode: '91371500MA9YXW1T5X' },
      premises: { name: '门店', address: '人民路 1 号' },
      decision: { number: 'D', outcome: 'granted', decidedAt: on('2026-11-06'), reasons: [] },
    },
    'supervision-city-management',
    on('2026-11-06'),
    { calendar: counting.calendar, handoverAckWorkingDays: 5 },
  ).state;
}
