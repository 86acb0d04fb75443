import { legalDate } from '@onewindow/kernel';
import { anOfficer, on } from '../../test/fixtures.js';
import { visibleTo } from '../domain/case/visible-to.js';
import type { QuotaPeriod } from '../domain/quota/quota.js';
import type { TrackStatus } from '../domain/track/track-lifecycle.js';
import { orderView, placeView, type FilingLine } from './quota-view.js';

const period: QuotaPeriod = {
  from: legalDate('2026-11-03'),
  until: legalDate('2026-12-31'),
  limit: 100,
  documentNumber: '海政发〔2026〕12号',
  publishedAt: on('2026-11-02'),
  publishedBy: 'admin',
  granted: 97,
};

const aFiling = (place: number, status: TrackStatus, applicantAccount = 'chen'): FilingLine => ({
  place,
  caseNumber: `379900-20261103-${String(place).padStart(6, '0')}`,
  acceptedAt: on('2026-11-03'),
  status,
  applicantName: '某客运公司',
  of: {
    region: '379900',
    applicantAccount,
    applicant: { creditCode: '91371500MA9YXW1T5X' },
    tracks: [{ agency: 'bureau' }],
  },
});

const LINES = [
  aFiling(1, 'granted'),
  aFiling(2, 'suspended'),
  aFiling(3, 'refused'),
  aFiling(4, 'in-review', 'lin'),
  aFiling(5, 'withdrawn'),
];
const FOUND = { filings: 5, undecided: 2, firstUndecided: 2, lines: LINES };
const seenBy = (department: string, limit = 50) =>
  orderView(period, FOUND, visibleTo(anOfficer('li', department, 'approver')), limit);

describe('The order of acceptance', () => {
  it('says how each filing stands, and which one holds up those behind it', () => {
    expect(
      seenBy('bureau').inOrder.map(({ place, standing, waitsFor }) => [place, standing, waitsFor]),
    ).toEqual([
      [1, 'granted', undefined],
      [2, 'undecided', undefined],
      [3, 'refused', undefined],
      [4, 'undecided', 2],
      [5, 'withdrawn', undefined],
    ]);
  });

  it('names the cases to those alone who may see them', () => {
    expect(seenBy('bureau').inOrder[3]).toMatchObject({
      caseNumber: '379900-20261103-000004',
      applicantName: '某客运公司',
    });
    expect(seenBy('fire-rescue').inOrder[3]).toEqual({
      place: 4,
      standing: 'undecided',
      waitsFor: 2,
    });
  });

  it('goes on behind the last that is shown', () => {
    expect(seenBy('bureau', 5).nextCursor).toBeUndefined();
    expect(seenBy('bureau', 4)).toMatchObject({
      inOrder: { length: 4 },
      nextCursor: expect.any(String) as string,
    });
  });
});

describe('One’s own place', () => {
  it('counts every earlier filing, and says how many of them are open and what is left', () => {
    expect(placeView(period, { earlier: 11, undecided: 4 })).toEqual({
      place: 12,
      ahead: 4,
      limit: 100,
      left: 3,
      from: '2026-11-03',
      until: '2026-12-31',
      documentNumber: '海政发〔2026〕12号',
    });
  });
});
