import { instantOf } from '@onewindow/kernel';
import { WorkingCalendar } from '@onewindow/statutory-clock';
import { inStatus, LATER } from '../../test/situations.js';
import { filesOf, type Application } from './application.js';
import { requestCorrection } from './correction.js';
import { askedAgain, takeTransfer } from './handed-up.js';
import { maySee } from '../views/visible-to.js';

const TOLD = {
  item: 'drainage-permit',
  to: 'province',
  toName: '省厅',
  at: LATER,
  statutory: { due: '2026-12-03' },
};
const officer = {
  kind: 'person',
  id: 'gao',
  name: '高',
  roles: ['approver'],
  department: 'province',
} as const;

const accepted = (): Application => ({
  ...inStatus('accepted'),
  acceptance: {
    caseNumber: 'C',
    receiptNumber: 'R',
    acceptedAt: LATER,
    recordedAt: LATER,
    by: 'clerk',
  },
});

describe('An item that was reported to a higher agency', () => {
  it('takes along every material that was handed in for it, once', () => {
    const { state, events } = takeTransfer(accepted(), TOLD);
    const handedIn = accepted()
      .items.flatMap(({ materials }) => materials)
      .map(({ code }) => code)
      .filter((code) => filesOf(accepted(), code).length > 0);

    expect(handedIn.length).toBeGreaterThan(0);
    expect(state.handedUp).toMatchObject([{ to: 'province', materials: handedIn }]);
    expect(events.map(({ type }) => type)[0]).toBe('materials-handed-up');
    expect(takeTransfer(state, TOLD).events).toEqual([]);
    expect(() => takeTransfer(accepted(), { ...TOLD, item: 'tobacco' })).toThrow(
      'news-of-another-case',
    );
  });

  it('moves its dates and its agency, and promises only what the decision does', () => {
    const track = {
      item: TOLD.item,
      itemName: '排水',
      agency: 'bureau',
      statutory: { due: '2026-11-16' },
      promised: { due: '2026-11-10' },
    };
    const { state } = takeTransfer({ ...accepted(), tracks: [track] }, TOLD);

    expect(state.tracks).toEqual([
      {
        item: TOLD.item,
        itemName: '排水',
        agency: 'province',
        statutory: { due: '2026-12-03' },
        renewed: true,
      },
    ]);
  });

  it('is read by the agency that decides from then on, and by no agency before', () => {
    const person = { ...officer, region: accepted().region };

    expect(maySee(accepted(), person)).toBe(false);
    expect(maySee(takeTransfer(accepted(), TOLD).state, person)).toBe(true);
    expect(maySee(takeTransfer(accepted(), TOLD).state, { ...person, region: '110000' })).toBe(
      false,
    );
  });

  it('is asked for none of its materials again, with the article', () => {
    const { state } = takeTransfer(accepted(), TOLD);
    const material = state.handedUp![0]!.materials[0]!;
    const remarks = [{ material, problem: 'wrong', explanation: '看不清' } as const];
    const request = { remarks, noticeNumber: 'B-1', issuedBy: '窗口' };
    const terms = {
      workingDaysToCorrect: 10,
      workingDaysToAccept: 5,
      calendar: WorkingCalendar.published(),
    };

    expect(askedAgain(accepted(), remarks)).toEqual([]);
    const asked = () =>
      requestCorrection(state, request, instantOf('2026-11-06T02:00:00.000Z'), terms);

    expect(asked).toThrow('correction-not-possible');
    expect(askedAgain(state, remarks)).toMatchObject([
      { rule: 'not-asked-for-again', source: '行政许可法 35', path: 'remarks.0.material' },
    ]);
  });
});
