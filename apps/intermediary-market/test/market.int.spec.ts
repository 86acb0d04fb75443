import { randomUUID } from 'node:crypto';
import {
  ConfirmPublicValueV1,
  DeliverReportV1,
  ExcludeAgencyV1,
  FindAgencyV1,
  FindDrawV1,
  GiveUpAwardV1,
  ListNeedsV1,
  ProposeContractV1,
  RateCounterpartV1,
  ReportDeliveredV1,
  SignUpV1,
  WithdrawSignUpV1,
} from '@onewindow/contracts';
import { verifyDrawFile } from '@onewindow/draw';
import { verifyJournal } from '@onewindow/journal';
import { endOfDay, legalDate } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import pg from 'pg';
import { anAgent, ENTERPRISE, Market, people, WITHIN } from './a-market.js';

const { owner, stranger, operator, second } = people;

let market: Market;

beforeAll(async () => {
  market = await Market.open();
});

afterAll(() => market.close());

describe('The way of a report', () => {
  it('leads from the application that lacks it to the file that intake hears of', async () => {
    const { needId, applicationId } = await market.need();
    const { needs } = await market.ask(ListNeedsV1, owner, { status: 'open' });
    expect(needs).toContainEqual(
      expect.objectContaining({ needId, listed: true, service: 'water-quality-testing' }),
    );
    expect((await market.ask(ListNeedsV1, stranger, {})).needs).toEqual([]);

    const { projectNumber, winner } = await market.contracted(3, { needId });
    const { deliveredAt, hash } = await market.ask(DeliverReportV1, winner, {
      projectNumber,
      fileReceipt: await market.receipt(winner.id, '水质检测报告.pdf'),
    });

    await eventually(async () => {
      expect(await market.intake.heardOf(ReportDeliveredV1, applicationId)).toEqual([
        {
          projectNumber,
          applicationId,
          itemCode: 'drainage-permit',
          materialCode: 'water-quality-report',
          agency: { name: winner.organisationName, uscc: winner.organisation },
          contractNumber: `${projectNumber}-C`,
          file: { hash, name: '水质检测报告.pdf', mediaType: 'application/pdf', size: 1_000 },
          deliveredAt,
        },
      ]);
    }, WITHIN);
    expect(await market.find(projectNumber)).toMatchObject({ status: 'delivered' });
    const { needs: met } = await market.ask(ListNeedsV1, owner, { status: 'met' });
    expect(met.map((each) => each.needId)).toContain(needId);
  });

  it('is rated by both sides, once each', async () => {
    const { projectNumber, winner, others } = await market.contracted(2);
    const scores = { quality: 5, timeliness: 4, attitude: 5, price: 3 };
    const rate = (by: typeof owner) =>
      market.ask(RateCounterpartV1, by, { projectNumber, ...scores });
    await expect(rate(owner)).rejects.toMatchObject({ code: 'rating-not-possible' });
    await market.ask(DeliverReportV1, winner, {
      projectNumber,
      fileReceipt: await market.receipt(winner.id),
    });

    await rate(owner);
    await rate(winner);
    await expect(rate(owner)).rejects.toMatchObject({ code: 'rating-not-possible' });
    await expect(rate(others[0]!)).rejects.toMatchObject({ code: 'not-found' });
    await expect(rate(stranger)).rejects.toMatchObject({ code: 'not-found' });
    expect(
      await market.ask(FindAgencyV1, undefined, { creditCode: winner.organisation }),
    ).toMatchObject({ scores: { count: 1, ...scores }, contact: { phone: '139****0000' } });
  });
});

describe('The draw', () => {
  it('is published as a file that anybody verifies, and every change of it is noticed', async () => {
    const { projectNumber, drawn } = await market.awarded(5);
    const file = await market.ask(FindDrawV1, undefined, { projectNumber });
    const { notice, list } = await market.find(projectNumber);

    expect(verifyDrawFile(file, { notice: notice.hash, list: list?.hash ?? '' })).toEqual([]);
    expect(file.hash).toBe(drawn.drawHash);
    expect(file.ranking[0]?.creditCode).toBe(drawn.agency.creditCode);
    const [first, other] = file.ranking;
    for (const changed of [
      { ...file, seed: 'a'.repeat(64) },
      { ...file, list: { ...file.list, entries: file.list.entries.slice(1) } },
      { ...file, publicValue: { ...file.publicValue, value: '3245.68' } },
      {
        ...file,
        ranking: [{ ...other, place: 1 }, { ...first, place: 2 }, ...file.ranking.slice(2)],
      },
    ]) {
      expect(verifyDrawFile(changed, { notice: notice.hash })).not.toEqual([]);
    }
  });

  it('needs two officers who read the same, and the value that the notice names', async () => {
    const { projectNumber } = await market.publish();
    await market.signedUp(projectNumber, 2);
    await market.closeSignUp(projectNumber);
    const refused = { code: 'value-not-accepted' };
    await expect(market.enter(projectNumber)).rejects.toMatchObject(refused);
    await market.letValueAppear(projectNumber);

    await expect(market.confirm(projectNumber)).rejects.toMatchObject(refused);
    for (const wrong of [
      { issue: '2026-05-12' },
      { publication: '深圳证券交易所' },
      { value: '3,245.67' },
    ]) {
      await expect(market.enter(projectNumber, wrong)).rejects.toMatchObject(refused);
    }
    await market.enter(projectNumber, { value: '3245.76' });
    await expect(market.confirm(projectNumber)).rejects.toMatchObject({
      ...refused,
      unmet: [expect.objectContaining({ rule: 'both-readings-agree' })],
    });
    await market.enter(projectNumber);
    await expect(market.confirm(projectNumber, operator)).rejects.toMatchObject({
      ...refused,
      unmet: [expect.objectContaining({ rule: 'two-officers' })],
    });
    expect((await market.find(projectNumber)).awards).toEqual([]);
    await expect(market.ask(FindDrawV1, undefined, { projectNumber })).rejects.toMatchObject({
      code: 'not-found',
    });

    expect(await market.confirm(projectNumber)).toMatchObject({
      drawnAt: (await market.find(projectNumber)).notice.publicValue.appearsAt,
    });
  });

  it('is one, however many confirm at once, and a retry gets its answer', async () => {
    const { projectNumber } = await market.publish();
    await market.signedUp(projectNumber, 3);
    await market.closeSignUp(projectNumber);
    await market.letValueAppear(projectNumber);
    await market.enter(projectNumber);
    const key = randomUUID();
    const confirmWith = (idempotencyKey?: string) =>
      market.ask(ConfirmPublicValueV1, second, { projectNumber, value: '3245.67' }, idempotencyKey);

    const answers = await Promise.allSettled([
      ...Array.from({ length: 10 }, () => confirmWith()),
      confirmWith(key),
      confirmWith(key),
    ]);
    const drawn = answers.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(new Set(drawn.map(({ agency }) => agency.creditCode)).size).toBe(1);
    expect((await market.find(projectNumber)).awards).toHaveLength(1);
    const { entries } = await market.trace(projectNumber);
    expect(entries.filter(({ name }) => name === 'project-awarded')).toHaveLength(1);
    expect(entries.filter(({ name }) => name === 'agency-drawn')).toHaveLength(1);
  });
});

describe('An agency that signed up', () => {
  it('is taken off the list only with reasons, and only before the value can be known', async () => {
    const { projectNumber } = await market.publish();
    const [first, other] = await market.signedUp(projectNumber, 2);
    const reasons = [{ rule: 'conflict-of-interest', zh: '与业主同一股东', en: 'Same owners.' }];
    const exclude = (creditCode: string) =>
      market.ask(ExcludeAgencyV1, operator, { projectNumber, creditCode, reasons });
    await expect(exclude(first!.organisation)).rejects.toMatchObject({
      code: 'action-not-allowed-in-state',
    });
    await market.closeSignUp(projectNumber);
    await expect(exclude(anAgent().organisation)).rejects.toMatchObject({
      code: 'exclusion-not-possible',
    });

    const { list } = await exclude(first!.organisation);
    expect(list?.entries.map(({ creditCode }) => creditCode)).toEqual([other!.organisation]);
    expect(list?.excluded).toMatchObject([{ creditCode: first!.organisation, reasons }]);
    await market.letValueAppear(projectNumber);
    await expect(exclude(other!.organisation)).rejects.toMatchObject({
      code: 'exclusion-not-possible',
    });
  });

  it('is followed by the next of the draw when it gives up, and without a reason that is on record', async () => {
    const { projectNumber, winner, others } = await market.awarded(2);
    await market.ask(GiveUpAwardV1, winner, { projectNumber });

    const { awards, status } = await market.find(projectNumber);
    expect(status).toBe('awarded');
    expect(awards.map(({ place, agency }) => [place, agency.creditCode])).toEqual([
      [2, others[0]!.organisation],
      [1, winner.organisation],
    ]);
    expect(
      await market.ask(FindAgencyV1, undefined, { creditCode: winner.organisation }),
    ).toMatchObject({ records: [{ kind: 'award-given-up', projectNumber }] });
    await expect(
      market.ask(ProposeContractV1, winner, {
        projectNumber,
        amountFen: 1,
        fileReceipt: await market.receipt(winner.id),
      }),
    ).rejects.toMatchObject({ code: 'not-found' });

    await market.ask(GiveUpAwardV1, others[0], { projectNumber, reason: '设备故障' });
    expect(await market.find(projectNumber)).toMatchObject({ status: 'failed' });
  });
});

describe('Too few', () => {
  it('let the project fail, and its need may be published again', async () => {
    const { needId } = await market.need();
    const { projectNumber } = await market.publish({ needId, funds: 'state' });
    await market.signedUp(projectNumber, 2);
    await market.pastClosing(projectNumber);
    await market.comesTo(projectNumber, 'failed');

    expect((await market.publish({ needId })).projectNumber).not.toBe(projectNumber);
    await expect(market.publish({ needId })).rejects.toMatchObject({
      code: 'action-not-allowed-in-state',
    });
  });
});

describe('Terms', () => {
  it('record a missed contract and a late report, and the duty stays', async () => {
    const { projectNumber, winner } = await market.awarded(1);
    const { awards } = await market.find(projectNumber);
    const tooLate = endOfDay(legalDate(awards[0]?.contractBy.due ?? ''));
    await market.moveClockTo(tooLate);
    await eventually(async () => {
      expect((await market.find(projectNumber)).awards[0]).toMatchObject({
        contractOverdueSince: tooLate,
      });
    }, WITHIN);
    expect(
      await market.ask(FindAgencyV1, undefined, { creditCode: winner.organisation }),
    ).toMatchObject({ records: [{ kind: 'contract-overdue' }] });
  });
});

describe('Only its own people', () => {
  it('sign up, withdraw, deliver for an agency', async () => {
    const { projectNumber, winner, others } = await market.contracted(2);
    const fileReceipt = await market.receipt(others[0]!.id);
    await expect(
      market.ask(DeliverReportV1, others[0], { projectNumber, fileReceipt }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      market.ask(DeliverReportV1, winner, { projectNumber, fileReceipt }),
    ).rejects.toMatchObject({
      code: 'delivery-not-possible',
      unmet: [expect.objectContaining({ rule: 'own-upload' })],
    });
    await expect(
      market.ask(DeliverReportV1, winner, {
        projectNumber,
        fileReceipt: await market.forgedReceipt(winner.id),
      }),
    ).rejects.toMatchObject({ code: 'delivery-not-possible' });
  });

  it('and not before it is registered, nor for its own project, nor twice', async () => {
    const { projectNumber } = await market.publish();
    const agent = anAgent();
    await expect(market.ask(SignUpV1, agent, { projectNumber })).rejects.toMatchObject({
      code: 'agency-not-registered',
    });
    await market.register(agent);
    await market.ask(SignUpV1, agent, { projectNumber });
    await expect(market.ask(SignUpV1, agent, { projectNumber })).rejects.toMatchObject({
      code: 'sign-up-not-possible',
    });
    await market.ask(WithdrawSignUpV1, agent, { projectNumber });
    await market.ask(SignUpV1, agent, { projectNumber });
    const insider = { ...anAgent(), organisation: ENTERPRISE.creditCode };
    await market.register(insider, { name: ENTERPRISE.name });
    await expect(market.ask(SignUpV1, insider, { projectNumber })).rejects.toMatchObject({
      unmet: [expect.objectContaining({ rule: 'not-the-owner' })],
    });
  });
});

describe('The journal of the market', () => {
  it('verifies after all of this', async () => {
    const pool = new pg.Pool({ connectionString: market.database.superuserUrl });
    const { faults, entries } = await verifyJournal(pool);
    await pool.end();

    expect(faults).toEqual([]);
    expect(entries).toBeGreaterThan(50);
  });
});
