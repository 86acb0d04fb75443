import { legalDate } from '@onewindow/kernel';
import { WorkingCalendar } from '@onewindow/statutory-clock';
import {
  anOfficer,
  APPLICATION,
  CASE,
  on,
  refusalOf,
  reviewer,
  rulesOf,
} from '../../../test/fixtures.js';
import { unmetByParties } from './decision-after-hearing-parties.js';
import { declineParty, nameParty, recordStatement, tellParty } from './hearing-parties.js';
import type { InterestedParties } from './interested-parties.js';

const NOW = on('2026-11-02');
const calendar = WorkingCalendar.published();
const { department: _, ...neighbour } = anOfficer('he', 'none', 'applicant');

const EMPTY: InterestedParties = {
  applicationId: APPLICATION,
  caseNumber: CASE,
  region: '379900',
  ordinal: 1,
  item: 'drainage-permit',
  itemName: '排水许可',
  agency: 'bureau',
  agencyName: '行政审批局',
  parties: [],
  statements: [],
};
const named = (self = false) =>
  nameParty(
    EMPTY,
    { name: '何某', interest: '相邻' },
    { partyId: 'p1', ...(self && { self: neighbour }), now: NOW },
  ).state;
const SERVICE = {
  partyId: 'p1',
  method: 'window' as const,
  receivedBy: '何某',
  servedOn: legalDate('2026-11-02'),
  within: 5,
  hearing: false,
};
const told = (of = named()) => tellParty(of, SERVICE, reviewer, NOW).state;
const state = (of: InterestedParties, kind: 'statement' | 'waiver' = 'statement') =>
  recordStatement(of, { partyId: 'p1', kind, text: '请求加盖' }, neighbour, on('2026-11-03')).state;
const rules = (of: InterestedParties, now = on('2026-11-04'), reasons: string[] = []) =>
  unmetByParties(of, { outcome: 'granted', reasons, legalBasis: [] }, now, calendar).map(
    ({ rule }) => rule,
  );

describe('A decision that touches others', () => {
  it('waits until each of them was told', () => {
    expect(rules(named())).toEqual(['parties-told']);
    expect(rules(told())).toEqual(['parties-heard']);
  });

  it('waits for the term, which runs from the service and ends with its fifth working day', () => {
    expect(rules(told(), on('2026-11-09', '23:59'))).toEqual(['parties-heard']);
    expect(rules(told(), on('2026-11-10', '00:00'))).toEqual([]);
  });

  it('answers what was stated, and has nothing to answer to a waiver', () => {
    expect(rules(state(told()))).toEqual(['statements-answered']);
    expect(rules(state(told()), on('2026-11-04'), ['已要求加盖'])).toEqual([]);
    expect(rules(state(told(), 'waiver'))).toEqual([]);
  });

  it('answers the applicant too', () => {
    const of = recordStatement(EMPTY, { kind: 'statement', text: '符合' }, neighbour, NOW).state;

    expect(rules(of)).toEqual(['statements-answered']);
  });

  it('does not wait for somebody who was found not to be touched', () => {
    const of = declineParty(named(true), { partyId: 'p1', reason: '不相邻' }, NOW).state;

    expect(rules(of)).toEqual([]);
  });
});

describe('An interested party', () => {
  it('is named once', () => {
    expect(
      rulesOf(() =>
        nameParty(
          named(true),
          { name: '另名', interest: 'x' },
          { partyId: 'p2', self: neighbour, now: NOW },
        ),
      ),
    ).toEqual(['party-named-once']);
  });

  it('is told once, on a day that exists, after it was named and not after today', () => {
    expect(rulesOf(() => told(told()))).toEqual(['party-not-answered-yet']);
    for (const servedOn of ['2026-11-01', '2026-11-03', '2026-02-30']) {
      expect(
        rulesOf(() =>
          tellParty(
            named(),
            { ...SERVICE, servedOn: servedOn as typeof SERVICE.servedOn },
            reviewer,
            NOW,
          ),
        ),
      ).toEqual(['served-after-naming']);
    }
  });

  it('is not declined where the agency named it itself, nor without a reason', () => {
    expect(rulesOf(() => declineParty(named(), { partyId: 'p1', reason: ' ' }, NOW))).toEqual([
      'came-forward-by-itself',
      'reason-given',
    ]);
  });

  it('is found, or it is refused', () => {
    expect(refusalOf(() => declineParty(named(), { partyId: 'p9', reason: 'x' }, NOW)).code).toBe(
      'party-not-found',
    );
    expect(
      rulesOf(() => recordStatement(named(), { kind: 'statement', text: ' ' }, reviewer, NOW)),
    ).toEqual(['statement-given']);
  });
});
