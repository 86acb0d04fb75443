import {
  DeclineInterestedPartyV1,
  ListCasesV1,
  NameInterestedPartyV1,
  RecordNodeV1,
  TellInterestedPartyV1,
} from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import { Bureau } from './a-bureau.js';
import { atDesk } from './desk.js';
import { ACCEPTED } from './fixtures.js';
import { aRestaurant, people, type Restaurant } from './restaurant.js';

const { approver, decider, fireApprover, inspectors, clerk, auditor } = people;

let bureau: Bureau;

beforeAll(async () => {
  bureau = await Bureau.open(ACCEPTED);
});

afterAll(() => bureau.close());

const { find, opened, trackOf, recordOpinion } = atDesk(() => bureau);

describe('Who sees what', () => {
  let restaurant: Restaurant;

  beforeAll(async () => {
    restaurant = await opened(aRestaurant(['food', 'drainage']));
    await recordOpinion(restaurant.caseNumber, 'food');
  });

  it('is a case for its applicant, the agencies that take part, the window and the auditor', async () => {
    const { caseNumber, applicant } = restaurant;
    for (const person of [applicant, approver, decider, inspectors.b1, clerk, auditor]) {
      expect(await find(caseNumber, person)).toMatchObject({ caseNumber });
    }
  });

  it('is nothing for anybody else, and looks like nothing', async () => {
    const { caseNumber } = restaurant;
    const strangers: Person[] = [
      { ...restaurant.applicant, id: 'another' },
      fireApprover,
      { ...approver, region: '110000' },
      { ...auditor, region: '110000' },
    ];
    for (const person of strangers) {
      await expect(find(caseNumber, person)).rejects.toMatchObject({ code: 'case-not-found' });
      const { cases, total } = await bureau.ask(ListCasesV1, person, { text: caseNumber });
      expect({ cases, total }).toEqual({ cases: [], total: 0 });
    }
  });

  it('has neither interested parties nor nodes for officers of other agencies and places', async () => {
    const { caseNumber } = await opened(aRestaurant(['drainage']));
    const track = { caseNumber, item: 'drainage' };
    const named = { ...track, name: '何某', interest: '排水口相邻' };
    const { partyId } = await bureau.ask(NameInterestedPartyV1, approver, named);
    const party = { ...track, partyId };
    const notice = {
      method: 'window',
      receivedBy: '何某',
      servedOn: '2026-04-20',
      hearing: false,
    } as const;
    const node = { caseNumber, node: 'drawing', outcome: 'done', evidence: '图审合格书' } as const;
    for (const person of [fireApprover, { ...approver, region: '110000' }]) {
      await expect(
        bureau.ask(TellInterestedPartyV1, person, { ...party, ...notice }),
      ).rejects.toMatchObject({ code: 'track-not-found' });
      await expect(
        bureau.ask(DeclineInterestedPartyV1, person, { ...party, reason: '并不相邻' }),
      ).rejects.toMatchObject({ code: 'track-not-found' });
      await expect(bureau.ask(RecordNodeV1, person, node)).rejects.toMatchObject({
        code: 'case-not-found',
      });
    }
    const elsewhere = { ...clerk, region: '110000' };
    await expect(bureau.ask(RecordNodeV1, elsewhere, node)).rejects.toMatchObject({
      code: 'case-not-found',
    });
  });

  it('is an opinion only for the deciding agency and the auditor', async () => {
    const { caseNumber, applicant } = restaurant;

    expect(await trackOf(caseNumber, 'food', applicant)).not.toHaveProperty('opinion');
    expect(await trackOf(caseNumber, 'food', clerk)).not.toHaveProperty('opinion');
    expect(await trackOf(caseNumber, 'food', decider)).toHaveProperty('opinion');
    expect(await trackOf(caseNumber, 'food', auditor)).toHaveProperty('opinion');
  });

  it('is offered the actions of the state and of the office', async () => {
    const { caseNumber, applicant } = restaurant;

    expect((await trackOf(caseNumber, 'food', decider)).actions).toEqual(['grant', 'refuse']);
    expect((await trackOf(caseNumber, 'drainage', approver)).actions).toEqual([
      'arrange-inspection',
      'start-special-procedure',
      'consult-departments',
      'name-interested-party',
      'record-opinion',
    ]);
    expect((await trackOf(caseNumber, 'drainage', applicant)).actions).toEqual([]);
  });

  it('is told in both languages how a date came about', async () => {
    const { explanationZh, explanationEn } = await trackOf(restaurant.caseNumber, 'drainage');

    expect(explanationZh.length).toBe(explanationEn.length);
    expect(explanationZh.join()).toContain('2026');
  });

  it('lists and counts only what is authorised, page by page and newest first', async () => {
    const all = [await opened(aRestaurant(['fire'])), await opened(aRestaurant(['fire']))];
    const list = (request: object) =>
      bureau.ask(ListCasesV1, fireApprover, { agency: 'fire-rescue', ...request });
    const first = await list({ limit: 1 });
    const second = await list({ limit: 1, cursor: first.nextCursor });

    expect(first.total).toBe(second.total);
    expect([...first.cases, ...second.cases].map((each) => each.caseNumber)).toEqual(
      all.map((each) => each.caseNumber).reverse(),
    );
    expect(first.cases[0]).toMatchObject({ status: 'open', nextDue: '2026-11-19' });
    const mine = await bureau.ask(ListCasesV1, all[0]!.applicant, {});
    expect(mine).toMatchObject({ total: 1, cases: [{ caseNumber: all[0]!.caseNumber }] });
  });

  it('finds cases by any part of a number or a name, taken literally', async () => {
    const { caseNumber, accepted } = restaurant;
    const search = async (text: string) =>
      (await bureau.ask(ListCasesV1, clerk, { text })).cases.map((each) => each.caseNumber);

    expect(await search(accepted.applicant.name.slice(1))).toEqual([caseNumber]);
    expect(await search(caseNumber.slice(-9))).toEqual([caseNumber]);
    expect(await search('湖')).toContain(caseNumber);
    for (const literal of ['湖%馆', '湖_小', '"{},\\\'; --'])
      expect(await search(literal)).toEqual([]);
  });
});
