import { randomUUID } from 'node:crypto';
import {
  ApplicationAcceptedV1,
  ArrangeInspectionV1,
  CaseDecidedV1,
  CaseOpenedV1,
  DecisionHandedOverV1,
  EndSpecialProcedureV1,
  HandoverAcknowledgedV1,
  RecordChecklistV1,
  ResultsDispatchedV1,
  SignChecklistV1,
  SpecialProcedureEndedV1,
  SpecialProcedureStartedV1,
  StartSpecialProcedureV1,
  TrackDecidedV1,
  VerifyLicenceV1,
} from '@onewindow/contracts';
import { verifyJournal } from '@onewindow/journal';
import type { Instant, Person } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import pg from 'pg';
import { Bureau, topology } from './a-bureau.js';
import { ACCEPTED, on } from './fixtures.js';
import { atDesk, WITHIN } from './desk.js';
import { aRestaurant, inspection, people, type Restaurant } from './restaurant.js';

const { approver, decider, fireApprover, fireDecider, inspectors } = people;

let bureau: Bureau;

beforeAll(async () => {
  bureau = await Bureau.open(ACCEPTED);
});

afterAll(() => bureau.close());

const { find, opened, trackOf, recordOpinion, grant, refuse } = atDesk(() => bureau);

async function inspect({ caseNumber }: Restaurant): Promise<void> {
  const { inspectionId } = await bureau.ask(ArrangeInspectionV1, approver, inspection(caseNumber));
  const fill = (item: string, person: Person, point: string, remark?: string) =>
    bureau.ask(RecordChecklistV1, person, {
      inspectionId,
      item,
      findings: [
        remark === undefined
          ? { point, result: 'met' }
          : { point, result: 'corrected-on-the-spot', remark },
      ],
    });
  await expect(fill('fire', inspectors.b1, 'exit')).rejects.toMatchObject({
    code: 'not-an-assigned-inspector',
  });
  await fill('food', inspectors.b1, 'kitchen', '灭蝇灯已移位');
  await fill('fire', inspectors.f1, 'exit');
  await fill('sign', inspectors.b2, 'frame');
  const sign = (item: string, person: Person) =>
    bureau.ask(SignChecklistV1, person, { inspectionId, item });
  for (const item of ['food', 'sign']) {
    await sign(item, inspectors.b1);
    await sign(item, inspectors.b2);
  }
  await sign('fire', inspectors.f1);
  expect(await sign('fire', inspectors.f2)).toMatchObject({ inspectionStatus: 'completed' });
}

describe('The case of a restaurant', () => {
  let restaurant: Restaurant;

  beforeAll(async () => {
    restaurant = await opened();
  });

  it('is opened once, however often intake tells of it', async () => {
    const { accepted, applicationId, caseNumber } = restaurant;
    await bureau.intake.say(ApplicationAcceptedV1, applicationId, accepted);

    await eventually(async () => expect((await bureau.figures()).consumed).toBeGreaterThan(1));
    expect((await find(caseNumber)).tracks.map(({ item, status }) => [item, status])).toEqual([
      ['food', 'in-review'],
      ['fire', 'in-review'],
      ['sign', 'in-review'],
      ['drainage', 'in-review'],
    ]);
    const [told, ...more] = await bureau.intake.heardOf(CaseOpenedV1, applicationId);
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      caseNumber,
      tracks: [
        { item: 'food', statutory: { due: '2026-11-30' }, promised: { due: '2026-11-16' } },
        { item: 'fire', statutory: { due: '2026-11-19' } },
        { item: 'sign' },
        { item: 'drainage' },
      ],
    });
  });

  it('stops the clock of one track for a test that the agency orders, with a notice', async () => {
    const { caseNumber, applicationId } = restaurant;
    const started = await bureau.ask(StartSpecialProcedureV1, approver, {
      caseNumber,
      item: 'drainage',
      procedure: 'testing',
      reason: '需检测出水水质',
      expectedWorkingDays: 5,
      carriedOutBy: '市水质检测中心',
      costFen: 120_000,
    });

    expect(started).toMatchObject({
      noticeNumber: `${caseNumber}-04-N1`,
      suspendedFrom: '2026-11-02',
      expectedDue: { haltedSince: '2026-11-02', due: '2026-12-04' },
    });
    await eventually(async () => {
      expect(await bureau.intake.heardOf(SpecialProcedureStartedV1, applicationId)).toMatchObject([
        { item: 'drainage', noticeNumber: started.noticeNumber, procedure: 'testing' },
      ]);
    }, WITHIN);
    await expect(grant(caseNumber, 'drainage')).rejects.toMatchObject({
      code: 'decision-not-possible',
      unmet: [{ rule: 'clock-not-suspended' }, { rule: 'opinion-recorded' }],
    });
    expect(await trackOf(caseNumber, 'food')).toMatchObject({ statutory: { due: '2026-11-30' } });
  });

  it('runs on with the result, of which the report has to be the officer’s own upload', async () => {
    const { caseNumber, applicationId } = restaurant;
    await bureau.moveClockTo(on('2026-11-06'));
    const { specialProcedures } = await trackOf(caseNumber, 'drainage');
    const end = async (reportReceipt: string) =>
      bureau.ask(EndSpecialProcedureV1, approver, {
        caseNumber,
        item: 'drainage',
        procedureId: specialProcedures[0]!.procedureId,
        result: 'favourable',
        conclusion: '水质达标',
        reportReceipt,
      });

    await expect(end(await bureau.forgedReceipt('li'))).rejects.toMatchObject({
      unmet: [{ rule: 'file-receipt-signed', path: 'reportReceipt' }],
    });
    await expect(end(await bureau.receipt('somebody-else'))).rejects.toMatchObject({
      unmet: [{ rule: 'file-receipt-own' }],
    });
    expect(await end(await bureau.receipt('li'))).toEqual({
      suspendedUntil: '2026-11-06',
      suspendedWorkingDays: 4,
      statutory: { due: '2026-12-04' },
    });
    await eventually(async () => {
      expect(await bureau.intake.heardOf(SpecialProcedureEndedV1, applicationId)).toHaveLength(1);
    }, WITHIN);
  });

  it('is inspected by two agencies at once, and every inspector signs', async () => {
    const { caseNumber } = restaurant;
    await recordOpinion(caseNumber, 'food');
    await expect(grant(caseNumber, 'food')).rejects.toMatchObject({
      unmet: [{ rule: 'site-visit-completed' }],
    });
    await expect(
      bureau.ask(ArrangeInspectionV1, people.tobacco, inspection(caseNumber)),
    ).rejects.toMatchObject({ code: 'case-not-found' });

    await inspect(restaurant);

    const [visit] = (await find(caseNumber)).inspections;
    expect(visit).toMatchObject({ status: 'completed' });
    expect(visit?.checklists.find(({ item }) => item === 'food')).toMatchObject({
      findings: [{ result: 'corrected-on-the-spot', remark: '灭蝇灯已移位' }],
      signatures: [{ inspector: 'b1' }, { inspector: 'b2' }],
    });
  });

  it('is decided track by track by the right officers', async () => {
    const { caseNumber, applicationId } = restaurant;
    for (const item of ['sign', 'drainage']) await recordOpinion(caseNumber, item);
    await recordOpinion(caseNumber, 'fire', fireApprover);

    await expect(grant(caseNumber, 'fire')).rejects.toMatchObject({
      code: 'not-the-deciding-agency',
    });
    const [food, fire, drainage, sign] = await Promise.all([
      grant(caseNumber, 'food'),
      grant(caseNumber, 'fire', fireDecider),
      grant(caseNumber, 'drainage'),
      refuse(caseNumber, 'sign'),
    ]);
    expect(food.licence).toMatchObject({ validFrom: '2026-11-06', validUntil: '2031-11-05' });
    expect(fire.licence).not.toHaveProperty('validUntil');
    expect(drainage.appeal).toBeUndefined();
    expect(sign).toMatchObject({
      appeal: { reconsiderationTerm: expect.anything(), litigationTerm: expect.anything() },
    });
    await eventually(async () => {
      expect(await bureau.intake.heardOf(TrackDecidedV1, applicationId)).toHaveLength(4);
      expect(await bureau.intake.heardOf(CaseDecidedV1, applicationId)).toHaveLength(1);
    }, WITHIN);
    expect((await find(caseNumber)).status).toBe('decided');
  });

  it('answers a decision that is sent again with its first answer', async () => {
    const restaurant2 = await opened(aRestaurant(['drainage']));
    await recordOpinion(restaurant2.caseNumber, 'drainage');
    const key = randomUUID();
    const first = await grant(restaurant2.caseNumber, 'drainage', decider, key);

    expect(await grant(restaurant2.caseNumber, 'drainage', decider, key)).toEqual(first);
  });

  it('hands every decision over to the department that supervises it', async () => {
    const { caseNumber, applicationId } = restaurant;
    await eventually(async () => {
      const told = await bureau.city.heardOf(DecisionHandedOverV1, applicationId);
      expect(told.map(({ item, decision }) => [item, decision.outcome]).sort()).toEqual([
        ['drainage', 'granted'],
        ['sign', 'refused'],
      ]);
    }, WITHIN);
    const { handovers } = await find(caseNumber);

    expect(
      handovers.map(({ item, department, status }) => [item, department, status]).sort(),
    ).toEqual([
      ['drainage', 'city-management', 'sent'],
      ['food', 'market-regulation', 'sent'],
      ['sign', 'city-management', 'sent'],
    ]);
    expect(handovers[0]).toMatchObject({ acknowledgeBy: { due: '2026-11-11' } });
  });

  it('takes acknowledgements only from the department itself', async () => {
    const { caseNumber, applicationId } = restaurant;
    const { handovers } = await find(caseNumber);
    const acknowledge = (item: string) => {
      const { handoverId } = handovers.find((each) => each.item === item)!;
      return bureau.city.say(HandoverAcknowledgedV1, handoverId, {
        handoverId,
        applicationId,
        caseNumber,
        department: 'city-management',
        acknowledgedAt: on('2026-11-09'),
        acknowledgedBy: 'zhou',
      });
    };
    await acknowledge('sign');
    await acknowledge('food');
    await eventually(async () => {
      expect((await bureau.parked()).parked).toMatchObject([
        { name: 'supervision.handover-acknowledged.v1', producer: 'supervision-city-management' },
      ]);
      const status = (await find(caseNumber)).handovers.map((each) => [each.item, each.status]);
      expect(status).toContainEqual(['sign', 'acknowledged']);
      expect(status).toContainEqual(['food', 'sent']);
    }, WITHIN);
  });

  it('is closed by the dispatch, and each certificate clock is met by the service of its licence', async () => {
    const { caseNumber, applicationId } = restaurant;
    const numbers = (await find(caseNumber)).tracks.flatMap(({ licence }) => licence?.number ?? []);
    const [first = '', ...others] = numbers;
    const dispatch = (servedAt?: Instant) =>
      bureau.intake.say(ResultsDispatchedV1, applicationId, {
        applicationId,
        caseNumber,
        dispatchedAt: on('2026-11-09'),
        licences: [
          ...others.map((licence) => ({ licence, servedAt: on('2026-11-09'), revision: 1 })),
          { licence: first, ...(servedAt && { servedAt, revision: 1 }) },
        ],
      });
    const served = async () =>
      (await bureau.trace(applicationId)).entries.filter(({ name }) => name === 'licence-served');
    await dispatch();
    await eventually(async () => expect((await find(caseNumber)).status).toBe('closed'), WITHIN);
    expect(await served()).toHaveLength(2);

    await dispatch(on('2026-11-11'));
    await eventually(async () => expect(await served()).toHaveLength(3), WITHIN);
    expect(
      (await find(caseNumber)).tracks.find(({ licence }) => licence?.number === first),
    ).toMatchObject({ certificate: { servedAt: on('2026-11-11') } });
  });
});

describe('An application', () => {
  it('has one case: another number for it is set aside for an administrator', async () => {
    const { accepted, applicationId, caseNumber } = await opened(aRestaurant(['drainage']));
    const again = { ...accepted, caseNumber: caseNumber.replace('-000', '-999') };
    await bureau.intake.say(ApplicationAcceptedV1, applicationId, again);

    await eventually(async () => {
      expect((await bureau.parked()).parked).toContainEqual(
        expect.objectContaining({ producer: 'intake-centre', aggregateId: applicationId }),
      );
    }, WITHIN);
    await expect(find(again.caseNumber)).rejects.toMatchObject({ code: 'case-not-found' });
  });
});

describe('A licence', () => {
  it('is verified by anybody with its number and its code, and by nobody without', async () => {
    const { caseNumber, accepted } = await opened(aRestaurant(['drainage']));
    await recordOpinion(caseNumber, 'drainage');
    const { licence } = await grant(caseNumber, 'drainage');
    const { number: licenceNumber, verificationCode: code } = licence!;
    const verify = (request: { licenceNumber: string; code: string }) =>
      bureau.ask(VerifyLicenceV1, undefined, request);

    expect(await verify({ licenceNumber, code })).toMatchObject({
      holder: accepted.applicant.name,
      issuedBy: '行政审批局',
      status: 'valid',
    });
    const wrongCode = verify({ licenceNumber, code: `${code}X` }).catch((error: unknown) => error);
    const wrongNumber = verify({ licenceNumber: 'L-0', code }).catch((error: unknown) => error);
    expect(await wrongCode).toMatchObject({ code: 'licence-not-found', kind: 'not-found' });
    expect(await wrongCode).toEqual(await wrongNumber);
  });
});

describe('Time that passes', () => {
  it('warns of a term, records that it was missed, and asks late departments', async () => {
    const { caseNumber, applicationId } = await opened(aRestaurant(['sign', 'drainage']));
    await recordOpinion(caseNumber, 'sign');
    await refuse(caseNumber, 'sign');
    const names = async () => (await bureau.trace(applicationId)).entries.map(({ name }) => name);

    await bureau.moveClockTo(on('2026-11-25'));
    await eventually(async () => {
      expect(await names()).toEqual(
        expect.arrayContaining(['term-warning', 'acknowledgement-overdue']),
      );
    }, WITHIN);
    expect(await trackOf(caseNumber, 'drainage')).toMatchObject({ lamp: 'blue' });
    expect(await names()).not.toContain('term-missed');

    await bureau.moveClockTo(on('2026-12-01'));
    await eventually(async () => expect(await names()).toContain('term-missed'), WITHIN);
    const { entries } = await bureau.trace(applicationId);
    expect(entries.find(({ name }) => name === 'term-missed')).toMatchObject({
      occurredAt: '2026-11-30T16:00:00.000Z',
      actor: { kind: 'law' },
    });
    expect(await trackOf(caseNumber, 'drainage')).toMatchObject({
      lamp: 'red',
      status: 'in-review',
    });
  });
});

describe('A department that is not deployed yet', () => {
  it('is named as waiting, and gets the decision once it is there', async () => {
    await bureau.stop();
    const without = topology.participants.filter(({ instance }) => instance !== 'city-management');
    await bureau.start({ topology: { ...topology, participants: without } });
    const { caseNumber, applicationId } = await opened(aRestaurant(['drainage']));
    await recordOpinion(caseNumber, 'drainage');
    await grant(caseNumber, 'drainage');

    expect((await find(caseNumber)).handovers).toMatchObject([{ status: 'waiting' }]);
    await bureau.stop();
    await bureau.start();
    await eventually(async () => {
      expect(await bureau.city.heardOf(DecisionHandedOverV1, applicationId)).toHaveLength(1);
    }, WITHIN);
    expect((await find(caseNumber)).handovers).toMatchObject([{ status: 'sent' }]);
  });
});

describe('The journal of approval', () => {
  it('verifies after all of this, and nothing is parked but what was planted', async () => {
    const pool = new pg.Pool({ connectionString: bureau.database.superuserUrl });
    const { faults, entries } = await verifyJournal(pool);
    await pool.end();

    expect(faults).toEqual([]);
    expect(entries).toBeGreaterThan(80);
    expect((await bureau.parked()).parked).toHaveLength(2);
  });
});
