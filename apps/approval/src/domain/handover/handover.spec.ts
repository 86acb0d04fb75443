import { endOfDay, legalDate } from '@onewindow/kernel';
import { APPLICATION, CASE, counting, on } from '../../../test/fixtures.js';
import { handoverLifecycle, type HandoverStatus } from './handover-lifecycle.js';
import {
  acknowledgeHandover,
  flagLateAcknowledgement,
  handoverDeadlinesOf,
  prepareHandover,
  sendHandover,
  type HandedOver,
  type Handover,
} from './handover.js';

const DECIDED = on('2026-11-06');
const CITY = 'supervision-city-management';
const term = { calendar: counting.calendar, handoverAckWorkingDays: 3 };
const DUE = endOfDay(legalDate('2026-11-11'));

const content: HandedOver = {
  handoverId: 'handover-1',
  applicationId: APPLICATION,
  caseNumber: CASE,
  item: 'sign',
  itemName: '招牌',
  agency: 'bureau',
  agencyName: '行政审批局',
  department: 'city-management',
  applicant: { name: '某餐饮公司', creditCode: '91371500MA9YXW1T5X' },
  premises: { name: '门店', address: '人民路 1 号' },
  decision: { number: 'D', outcome: 'refused', decidedAt: DECIDED, reasons: ['遮挡'] },
};

const acknowledgement = {
  from: CITY,
  acknowledgedAt: on('2026-11-09'),
  acknowledgedBy: 'zhou',
};

const inState: Record<HandoverStatus, () => Handover> = {
  waiting: () => prepareHandover(content, undefined, DECIDED, term).state,
  sent: () => prepareHandover(content, CITY, DECIDED, term).state,
  acknowledged: () => acknowledgeHandover(inState.sent(), acknowledgement).state,
};

describe('Handing a decision over', () => {
  it('sends it to the department and asks for an acknowledgement in three working days', () => {
    const { state, events } = prepareHandover(content, CITY, DECIDED, term);

    expect(state).toMatchObject({
      status: 'sent',
      sentTo: CITY,
      acknowledgeBy: { due: '2026-11-11' },
    });
    expect(events).toEqual([
      {
        type: 'decision-handed-over',
        sentTo: CITY,
        sentAt: DECIDED,
        acknowledgeBy: { due: '2026-11-11' },
        acknowledgeWithin: 3,
      },
    ]);
    expect(handoverDeadlinesOf(state)).toEqual({ 'acknowledgement-due': DUE });
  });

  it('waits, and says so, while the department has no instance', () => {
    const { state, events } = prepareHandover(content, undefined, DECIDED, term);

    expect(events).toEqual([{ type: 'handover-waiting', department: 'city-management' }]);
    expect(handoverDeadlinesOf(state)).toEqual({ 'acknowledgement-due': undefined });
    expect(sendHandover(state, CITY, on('2026-12-01'), term).state.status).toBe('sent');
  });

  it.each(handoverLifecycle.states.filter((status) => status !== 'waiting'))(
    'is not sent again while it is %s',
    (status) => {
      expect(() => sendHandover(inState[status](), CITY, DECIDED, term)).toThrow(
        'action-not-allowed-in-state',
      );
    },
  );
});

describe('Acknowledging a handover', () => {
  it('ends its term', () => {
    const state = inState.acknowledged();

    expect(state).toMatchObject({ status: 'acknowledged', acknowledgedBy: 'zhou' });
    expect(handoverDeadlinesOf(state)).toEqual({ 'acknowledgement-due': undefined });
  });

  it('changes nothing the second time', () => {
    expect(acknowledgeHandover(inState.acknowledged(), acknowledgement).events).toEqual([]);
  });

  it.each(['waiting', 'sent', 'acknowledged'] as const)(
    'is refused from another department while it is %s',
    (status) => {
      expect(() =>
        acknowledgeHandover(inState[status](), { ...acknowledgement, from: 'supervision-market' }),
      ).toThrow('not-the-supervising-department');
    },
  );

  it('is flagged once when it is overdue, and still counts afterwards', () => {
    const late = flagLateAcknowledgement(inState.sent(), DUE);

    expect(late.events).toEqual([{ type: 'acknowledgement-overdue', since: DUE }]);
    expect(flagLateAcknowledgement(late.state, on('2026-12-01')).events).toEqual([]);
    expect(acknowledgeHandover(late.state, acknowledgement).state.status).toBe('acknowledged');
  });

  it('is not overdue on its last day, nor once it is in', () => {
    expect(flagLateAcknowledgement(inState.sent(), on('2026-11-11')).events).toEqual([]);
    expect(flagLateAcknowledgement(inState.acknowledged(), on('2026-12-01')).events).toEqual([]);
  });
});
