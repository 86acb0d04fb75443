import {
  DeliverReportV1,
  FindProjectFileV1,
  GiveUpAwardV1,
  ReportDeliveredV1,
  SignUpV1,
} from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import { anAgent, ENTERPRISE, Market, people } from './a-market.js';

const { owner, stranger, operator, auditor } = people;
const elsewhere: Person = { ...operator, id: 'qi.an', region: '371500' };
const REFUSED = { code: 'not-found' };

let market: Market;

beforeAll(async () => {
  market = await Market.open();
});

afterAll(() => market.close());

const file = (projectNumber: string, hash: string, by: Person | undefined) =>
  market.ask(FindProjectFileV1, by, { projectNumber, hash });

async function delivered(change: Parameters<Market['contracted']>[1] = {}) {
  const contracted = await market.contracted(3, change);
  const { projectNumber, winner } = contracted;
  await market.ask(DeliverReportV1, winner, {
    projectNumber,
    fileReceipt: await market.receipt(winner.id, '水质检测报告.pdf'),
  });
  const { contract, delivery } = await market.find(projectNumber, owner);
  return { ...contracted, contract: contract!, delivery: delivery! };
}

describe('A file of a project', () => {
  it('is for the owner, the awarded agency and the operators of the city', async () => {
    const { projectNumber, winner, contract, delivery } = await delivered();

    for (const by of [owner, winner, operator]) {
      for (const held of [contract.file, delivery.file]) {
        expect(await file(projectNumber, held.hash, by)).toEqual({ file: held });
      }
    }
  });

  it('is for nobody else, and nobody else learns that it is there', async () => {
    const { projectNumber, others, contract, delivery } = await delivered();
    const outsider = anAgent();
    await market.register(outsider);

    for (const hash of [contract.file.hash, delivery.file.hash]) {
      for (const by of [...others, outsider, stranger, elsewhere]) {
        await expect(file(projectNumber, hash, by)).rejects.toMatchObject(REFUSED);
      }
      await expect(file(projectNumber, hash, auditor)).rejects.toMatchObject({
        code: 'not-permitted',
      });
      await expect(file(projectNumber, hash, undefined)).rejects.toMatchObject({
        code: expect.stringMatching(/actor|permitted|signed/),
      });
    }
  });

  it('belongs to its project alone', async () => {
    const { contract } = await delivered();
    const { projectNumber } = await market.publish();

    await expect(file(projectNumber, contract.file.hash, owner)).rejects.toMatchObject(REFUSED);
    await expect(file('379900-20200101-000001', contract.file.hash, owner)).rejects.toMatchObject(
      REFUSED,
    );
  });

  it('is not for an agency that competes, before closing or after, nor for one that gave the award up', async () => {
    const { projectNumber } = await market.publish();
    const rival = anAgent();
    await market.register(rival);
    await market.ask(SignUpV1, rival, { projectNumber });
    await expect(file(projectNumber, 'a'.repeat(64), rival)).rejects.toMatchObject(REFUSED);

    const awarded = await market.awarded(2);
    await market.ask(GiveUpAwardV1, awarded.winner, { projectNumber: awarded.projectNumber });
    const [next] = awarded.others;
    const proposed = await market.propose(awarded.projectNumber, next!);
    await expect(file(awarded.projectNumber, proposed.hash, awarded.winner)).rejects.toMatchObject(
      REFUSED,
    );
    expect(await file(awarded.projectNumber, proposed.hash, next)).toEqual({ file: proposed });
  });
});

describe('What everybody reads of a project', () => {
  it('has no contract and no price where private money pays, and no name of a paper', async () => {
    const { projectNumber, winner, contract } = await delivered({ funds: 'private' });

    for (const by of [undefined, stranger, auditor, elsewhere]) {
      const shown = await market.find(projectNumber, by);
      expect(shown).toMatchObject({ status: 'delivered', budgetFen: 300_000 });
      expect(shown.contract).toBeUndefined();
      expect(shown.delivery?.file.name).toBe(`${projectNumber}-R`);
    }
    for (const by of [owner, winner, operator]) {
      const shown = await market.find(projectNumber, by);
      expect(shown.contract).toEqual(contract);
      expect(shown.delivery?.file.name).toBe('水质检测报告.pdf');
    }
  });

  it('has the price where public money pays', async () => {
    const { projectNumber, contract } = await delivered({ funds: 'state' });

    expect((await market.find(projectNumber, undefined)).contract).toEqual({
      ...contract,
      file: { ...contract.file, name: contract.number },
    });
  });
});

describe('A report that no application asked for', () => {
  it('is told without an application and without an owner, who has it from the market', async () => {
    const { projectNumber, delivery } = await delivered();

    const told = await eventually(async () => {
      const heard = await market.intake.heardOf(ReportDeliveredV1, projectNumber);
      expect(heard).toHaveLength(1);
      return JSON.stringify(heard);
    });
    expect(told).toContain(delivery.file.hash);
    for (const untold of ['applicationId', ENTERPRISE.creditCode, ENTERPRISE.name, owner.id]) {
      expect(told).not.toContain(untold);
    }
    expect(await file(projectNumber, delivery.file.hash, owner)).toEqual({ file: delivery.file });
  });
});
