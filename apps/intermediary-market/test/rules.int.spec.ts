import {
  CancelProjectV1,
  DeliverReportV1,
  FindAgencyV1,
  RateCounterpartV1,
  ReinstateAgencyV1,
  ReturnContractV1,
  SignContractV1,
  SignUpV1,
  SuspendAgencyV1,
  WithdrawSignUpV1,
} from '@onewindow/contracts';
import { addDays, endOfDay, legalDate, type Person } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import { anAgent, Market, people } from './a-market.js';

const { owner, stranger, operator } = people;
const elsewhere: Person = { ...operator, id: 'qi.an', region: '371500' };

let market: Market;

beforeAll(async () => {
  market = await Market.open();
});

afterAll(() => market.close());

type Agent = ReturnType<typeof anAgent>;

const suspend = (agent: Agent, by: Person = operator) =>
  market.ask(SuspendAgencyV1, by, { creditCode: agent.organisation, reason: '出具虚假报告' });
const reinstate = (agent: Agent, by: Person = operator) =>
  market.ask(ReinstateAgencyV1, by, { creditCode: agent.organisation, reason: '已整改' });
const signUp = (agent: Agent, projectNumber: string) =>
  market.ask(SignUpV1, agent, { projectNumber });
const agency = ({ organisation }: Agent) =>
  market.ask(FindAgencyV1, undefined, { creditCode: organisation });

const unmet = (rule: string) => ({ unmet: [expect.objectContaining({ rule })] });

/** How many of these went through; the others have to be refused with one of the codes. */
async function through(asked: readonly Promise<unknown>[], ...codes: string[]): Promise<number> {
  const settled = await Promise.allSettled(asked);
  for (const each of settled) {
    if (each.status === 'rejected') expect(codes).toContain((each.reason as { code: string }).code);
  }
  return settled.filter(({ status }) => status === 'fulfilled').length;
}

/** The list of a project as it was frozen. */
async function frozenList(projectNumber: string) {
  await market.closeSignUp(projectNumber);
  const { list } = await market.find(projectNumber);
  return {
    entries: list?.entries.map(({ creditCode }) => creditCode),
    excluded: list?.excluded.map(({ creditCode, reasons }) => [
      creditCode,
      ...reasons.map(({ rule }) => rule),
    ]),
  };
}

describe('A suspended agency', () => {
  it('may not sign up until it is reinstated, whatever it declares meanwhile', async () => {
    const { projectNumber } = await market.publish();
    const agent = anAgent();
    await market.register(agent);
    await suspend(agent);
    await expect(signUp(agent, projectNumber)).rejects.toMatchObject(unmet('agency-not-suspended'));
    await market.register(agent);
    await expect(signUp(agent, projectNumber)).rejects.toMatchObject(unmet('agency-not-suspended'));

    await reinstate(agent);
    expect(await signUp(agent, projectNumber)).toMatchObject({ signedUpAt: expect.any(String) });
    expect(await agency(agent)).toMatchObject({ status: 'registered', edition: 2 });
  });

  it('is left off the list that it signed up for, with the reason, and the others stand', async () => {
    const { projectNumber } = await market.publish();
    const [one, other] = await market.signedUp(projectNumber, 2);
    await suspend(one!);

    expect(await frozenList(projectNumber)).toEqual({
      entries: [other!.organisation],
      excluded: [[one!.organisation, 'agency-not-suspended']],
    });
  });

  it('completes what it has begun', async () => {
    const { projectNumber, winner } = await market.contracted(1);
    await suspend(winner);

    expect(
      await market.ask(DeliverReportV1, winner, {
        projectNumber,
        fileReceipt: await market.receipt(winner.id),
      }),
    ).toMatchObject({ daysLate: 0 });
  });

  it('is suspended by an operator of its city alone, and once however many do it at once', async () => {
    const agent = anAgent();
    await market.register(agent);
    for (const by of [owner, agent]) {
      await expect(suspend(agent, by)).rejects.toMatchObject({ code: 'not-permitted' });
    }
    await expect(suspend(agent, elsewhere)).rejects.toMatchObject({ code: 'not-found' });

    expect(
      await through(
        Array.from({ length: 5 }, () => suspend(agent)),
        'action-not-allowed-in-state',
      ),
    ).toBe(1);
    await expect(reinstate(agent, elsewhere)).rejects.toMatchObject({ code: 'not-found' });
    const seenBy = (by: Person) => market.ask(FindAgencyV1, by, { creditCode: agent.organisation });
    expect(await seenBy(operator)).toMatchObject({
      actions: ['reinstate'],
      contact: { phone: '13900000000' },
    });
    expect(await seenBy(elsewhere)).toMatchObject({
      actions: [],
      contact: { phone: '139****0000' },
    });
  });
});

describe('What an agency has lost between sign-up and closing', () => {
  it('keeps it off the list: a qualification that ends before the last day of sign-up', async () => {
    const { projectNumber, signUpUntil } = await market.publish();
    const [one, other] = await market.signedUp(projectNumber, 2);
    const dayBefore = addDays(legalDate(signUpUntil.due ?? ''), -1);
    const accreditation = { code: 'accreditation', number: 'CMA-1', scope: '水' };
    await market.register(one!, {
      qualifications: [{ ...accreditation, validFrom: '2023-01-01', validUntil: dayBefore }],
    });

    expect(await frozenList(projectNumber)).toEqual({
      entries: [other!.organisation],
      excluded: [[one!.organisation, 'qualification-in-force']],
    });
  });

  it('is not held against it where it withdrew: it stands on no list, and nobody reads its name', async () => {
    const { projectNumber } = await market.publish();
    const [one, other] = await market.signedUp(projectNumber, 2);
    await market.ask(WithdrawSignUpV1, one, { projectNumber });
    await suspend(one!);

    expect(await frozenList(projectNumber)).toEqual({
      entries: [other!.organisation],
      excluded: [],
    });
    expect(JSON.stringify(await market.find(projectNumber))).not.toContain(one!.organisation);
  });
});

describe('A related agency', () => {
  const relatedTo = ({ organisation }: { readonly organisation?: string }) => ({
    relatedTo: [{ name: '关联单位', creditCode: organisation ?? '', relation: '同一法定代表人' }],
  });

  it('of the owner is told at sign-up that it takes no part', async () => {
    const { projectNumber } = await market.publish();
    const agent = anAgent();
    await market.register(agent, relatedTo(owner));

    await expect(signUp(agent, projectNumber)).rejects.toMatchObject(
      unmet('independent-of-the-owner'),
    );
    expect(await market.find(projectNumber)).toMatchObject({
      excludesRelated: { ofOwner: true, ofEachOther: true },
    });
  });

  it('of another one signs up like anybody, which tells nothing, and falls out at closing', async () => {
    const { projectNumber } = await market.publish();
    const [rival] = await market.signedUp(projectNumber, 1);
    const agent = anAgent();
    await market.register(agent, relatedTo(rival!));
    await signUp(agent, projectNumber);

    expect(await frozenList(projectNumber)).toEqual({
      entries: [rival!.organisation],
      excluded: [[agent.organisation, 'independent-of-the-others']],
    });
  });
});

describe('A report that is late', () => {
  it('is noted once when its term passes, taken when it comes, and goes on record then', async () => {
    const { projectNumber, winner } = await market.contracted(1);
    const { contract } = await market.find(projectNumber, owner);
    const tooLate = endOfDay(legalDate(contract?.deliverBy?.due ?? ''));
    await market.moveClockTo(tooLate);
    await eventually(async () => {
      expect(await market.find(projectNumber)).toMatchObject({
        status: 'under-contract',
        deliveryOverdueSince: tooLate,
      });
    });
    expect((await agency(winner)).records).toEqual([]);

    const fileReceipt = await market.receipt(winner.id);
    const deliver = () => market.ask(DeliverReportV1, winner, { projectNumber, fileReceipt });
    expect(await through([deliver(), deliver(), deliver()], 'action-not-allowed-in-state')).toBe(1);
    expect((await market.find(projectNumber)).delivery).toMatchObject({ daysLate: 1 });
    expect((await agency(winner)).records).toMatchObject([{ kind: 'report-late', projectNumber }]);
  });
});

describe('Both sides at once', () => {
  it('rate each other once, however often each of them sends it', async () => {
    const { projectNumber, winner } = await market.contracted(1);
    await market.ask(DeliverReportV1, winner, {
      projectNumber,
      fileReceipt: await market.receipt(winner.id),
    });
    const rate = (by: Person) =>
      market.ask(RateCounterpartV1, by, {
        projectNumber,
        ...{ quality: 5, timeliness: 4, attitude: 5, price: 3 },
      });

    expect(
      await through(
        Array.from({ length: 5 }, () => [rate(owner), rate(winner)]).flat(),
        'rating-not-possible',
      ),
    ).toBe(2);
    expect((await agency(winner)).scores).toMatchObject({ count: 1, quality: 5, price: 3 });
  });

  it('cannot have a contract both signed and sent back', async () => {
    const { projectNumber, winner } = await market.awarded(1);
    const { hash: fileHash } = await market.propose(projectNumber, winner);

    expect(
      await through(
        [
          market.ask(SignContractV1, owner, { projectNumber, fileHash }),
          market.ask(ReturnContractV1, owner, { projectNumber, reason: '金额有误' }),
        ],
        'action-not-allowed-in-state',
      ),
    ).toBe(1);
    const { status, contract } = await market.find(projectNumber, owner);
    expect([status, contract !== undefined]).toEqual(
      status === 'under-contract' ? ['under-contract', true] : ['awarded', false],
    );
  });
});

describe('A need', () => {
  it('is published as one project at a time, and again when that came to nothing', async () => {
    const { needId } = await market.need();
    const publishing = Array.from({ length: 4 }, () => market.publish({ needId }));
    expect(await through(publishing, 'action-not-allowed-in-state')).toBe(1);
    const [published] = (await Promise.allSettled(publishing)).flatMap((each) =>
      each.status === 'fulfilled' ? [each.value.projectNumber] : [],
    );
    await expect(market.publish({ needId }, stranger)).rejects.toMatchObject({ code: 'not-found' });

    await market.ask(CancelProjectV1, owner, { projectNumber: published ?? '', reason: '有误' });
    const again = await market.publish({ needId });
    const [agent] = await market.signedUp(again.projectNumber, 1);
    expect(await frozenList(again.projectNumber)).toMatchObject({ entries: [agent!.organisation] });
  });
});
