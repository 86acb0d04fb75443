import { randomUUID } from 'node:crypto';
import {
  CaseOpenedV1,
  ExplainDelayV1,
  ExtendJointTermV1,
  ExtendTermV1,
  RecordLicenceUseV1,
  VerifyLicenceV1,
  SpecialProcedureStartedV1,
  StartSpecialProcedureV1,
  TermExtendedV1,
} from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import { Bureau } from './a-bureau.js';
import { atDesk, WITHIN } from './desk.js';
import { ACCEPTED, on } from './fixtures.js';
import { aRestaurant, people } from './restaurant.js';

let bureau: Bureau;

beforeAll(async () => {
  bureau = await Bureau.open(ACCEPTED);
});

afterAll(() => bureau.close());

const { find, grant, opened, recordOpinion, trackOf } = atDesk(() => bureau);

const extend = (
  caseNumber: string,
  person: Person = people.head,
  request: { item?: string; days?: number; reason?: string } = {},
  key?: string,
) =>
  bureau.ask(
    ExtendTermV1,
    person,
    { caseNumber, item: 'drainage', days: 10, reason: '检测结论需补充核对', ...request },
    key,
  );

describe('A bundle that the place handles jointly', () => {
  const joint = () => {
    const restaurant = aRestaurant(['drainage', 'fire']);
    return opened({ ...restaurant, accepted: { ...restaurant.accepted, handling: 'joint' } });
  };
  const extendJointly = (caseNumber: string, person: Person, days = 15) =>
    bureau.ask(ExtendJointTermV1, person, { caseNumber, days, reason: '会商未结束' });

  it('has 45 working days beside the terms of its tracks, and 15 more by the head of the government', async () => {
    const { caseNumber, applicationId } = await joint();
    const alone = await opened(aRestaurant(['drainage', 'fire']));

    expect(await bureau.intake.heardOf(CaseOpenedV1, applicationId)).toMatchObject([
      { jointTerm: { notBefore: '2027-01-01', missingYear: 2027 } },
    ]);
    await expect(extendJointly(caseNumber, people.head)).rejects.toMatchObject({
      code: 'not-permitted',
    });
    await expect(extendJointly(alone.caseNumber, people.government)).rejects.toMatchObject({
      code: 'not-handled-jointly',
    });
    expect(await extendJointly(caseNumber, people.government)).toMatchObject({
      noticeNumber: `${caseNumber}-E`,
    });
    const found = await find(caseNumber, people.government);
    expect(found.jointTerm).toMatchObject({ actions: [], extension: { days: 15 } });
    expect(found.tracks.map(({ statutory }) => statutory)).toEqual(
      (await find(alone.caseNumber)).tracks.map(({ statutory }) => statutory),
    );
    expect(await find(alone.caseNumber)).not.toHaveProperty('jointTerm');
  });

  it('stands still with a special procedure of any track', async () => {
    const { caseNumber, applicationId } = await joint();
    await bureau.ask(StartSpecialProcedureV1, people.approver, {
      caseNumber,
      item: 'drainage',
      procedure: 'testing',
      reason: '需检测',
      expectedWorkingDays: 3,
      carriedOutBy: '检测中心',
    });

    expect((await find(caseNumber)).jointTerm?.due).toHaveProperty('haltedSince');
    const { entries } = await bureau.trace(applicationId);
    expect(entries.map(({ name }) => name)).toContain('joint-clock-moved');
  });
});

describe('The term of a track', () => {
  it('is stopped by what the law of its item excludes by its article, and by nothing else of that kind', async () => {
    const restaurant = aRestaurant(['drainage', 'sign']);
    const exclusions = [{ procedure: 'assessment', name: '委托评估', article: '条例 9' }];
    const items = restaurant.accepted.items.map((item) =>
      item.item === 'drainage'
        ? { ...item, statutoryTerm: { ...item.statutoryTerm, exclusions } }
        : item,
    );
    const { caseNumber, applicationId } = await opened({
      ...restaurant,
      accepted: { ...restaurant.accepted, items },
    });
    const stop = (item: string, ownProcedure: string) =>
      bureau.ask(StartSpecialProcedureV1, people.approver, {
        caseNumber,
        item,
        procedure: 'of-the-item',
        ownProcedure,
        reason: '需评估',
        expectedWorkingDays: 5,
        carriedOutBy: '评估机构',
      });

    for (const [item, procedure] of [
      ['drainage', 'deliberation'],
      ['sign', 'assessment'],
    ] as const) {
      await expect(stop(item, procedure)).rejects.toMatchObject({
        unmet: [{ rule: 'procedure-stops-the-clock' }],
      });
    }
    expect(await stop('drainage', 'assessment')).toHaveProperty('expectedDue.haltedSince');
    expect((await trackOf(caseNumber, 'drainage')).specialProcedures).toMatchObject([
      { procedure: 'of-the-item', ownProcedure: 'assessment' },
    ]);
    await eventually(async () => {
      expect(await bureau.intake.heardOf(SpecialProcedureStartedV1, applicationId)).toMatchObject([
        { ownProcedure: 'assessment' },
      ]);
    }, WITHIN);
  });

  it('is extended once by the head of its agency, whose notice intake is told of', async () => {
    const { caseNumber, applicationId } = await opened(aRestaurant(['drainage', 'sign']));
    const key = randomUUID();
    const reply = await extend(caseNumber, people.head, {}, key);

    expect(reply).toMatchObject({
      noticeNumber: `${caseNumber}-01-E`,
      before: { due: '2026-11-30' },
      statutory: { due: '2026-12-14' },
    });
    expect(await extend(caseNumber, people.head, {}, key)).toEqual(reply);
    await expect(extend(caseNumber)).rejects.toMatchObject({
      code: 'extension-not-possible',
      unmet: [{ rule: 'extended-once' }],
    });
    await eventually(async () => {
      expect(await bureau.intake.heardOf(TermExtendedV1, applicationId)).toMatchObject([
        {
          item: 'drainage',
          noticeNumber: reply.noticeNumber,
          days: 10,
          approver: 'agency-head',
          source: '行政许可法 42①',
          statutory: { due: '2026-12-14' },
        },
      ]);
    }, WITHIN);
    expect(await trackOf(caseNumber, 'drainage')).toMatchObject({
      statutory: { due: '2026-12-14' },
      extension: { approvedBy: people.head.name, before: { due: '2026-11-30' } },
    });
    expect(await trackOf(caseNumber, 'sign')).not.toHaveProperty('extension');
  });

  it('is extended by nobody else, all at once or one after the other', async () => {
    const { caseNumber } = await opened(aRestaurant(['drainage', 'fire']));
    const attempts = [people.government, people.fireHead, people.head, people.head];
    const replies = await Promise.allSettled(attempts.map((each) => extend(caseNumber, each)));
    const refused = replies.flatMap((each) =>
      each.status === 'rejected' ? [(each.reason as { code: string }).code] : [],
    );

    expect(refused.toSorted()).toEqual([
      'extension-not-possible',
      'extension-not-possible',
      'not-the-deciding-agency',
    ]);
    expect(await trackOf(caseNumber, 'drainage')).toMatchObject({
      statutory: { due: '2026-12-14' },
    });
    await expect(extend(caseNumber, people.approver)).rejects.toMatchObject({
      code: 'not-permitted',
    });
    await expect(
      extend(caseNumber, { ...people.government, region: '110000' }),
    ).rejects.toMatchObject({ code: 'track-not-found' });
  });

  it('is seen by both heads, with the button for the one whose approval it is', async () => {
    const { caseNumber } = await opened(aRestaurant(['drainage']));

    expect((await trackOf(caseNumber, 'drainage', people.head)).actions).toEqual(['extend-term']);
    expect((await trackOf(caseNumber, 'drainage', people.government)).actions).toEqual([]);
    await expect(find(caseNumber, people.fireHead)).rejects.toMatchObject({
      code: 'case-not-found',
    });
  });

  it('was promised sooner: what was missed is recorded, and its reason is public', async () => {
    const food = await opened(aRestaurant(['food']));
    const served = await opened(aRestaurant(['drainage']));
    await recordOpinion(served.caseNumber, 'drainage');
    await grant(served.caseNumber, 'drainage');
    const names = async (of: string) => (await bureau.trace(of)).entries.map(({ name }) => name);
    const explain = (reason: string) =>
      bureau.ask(ExplainDelayV1, people.approver, {
        caseNumber: food.caseNumber,
        item: 'food',
        reason,
      });
    await expect(explain('会同核查')).rejects.toMatchObject({
      unmet: [{ rule: 'promise-is-over' }],
    });

    await bureau.moveClockTo(on('2026-11-17'));
    await eventually(async () => {
      expect(await names(food.applicationId)).toEqual(
        expect.arrayContaining(['promised-warning', 'promised-missed']),
      );
      expect(await names(served.applicationId)).toEqual(
        expect.arrayContaining(['service-warning', 'service-overdue']),
      );
    }, WITHIN);
    await recordOpinion(food.caseNumber, 'food');
    await expect(grant(food.caseNumber, 'food')).rejects.toMatchObject({
      unmet: [{ rule: 'site-visit-completed' }, { rule: 'delay-reason-given' }],
    });
    await explain('两个部门须会同核查');

    expect(await trackOf(food.caseNumber, 'food', food.applicant)).toMatchObject({
      promisedLamp: 'red',
      promisedMissedAt: '2026-11-16T16:00:00.000Z',
      delay: { reason: '两个部门须会同核查' },
    });
    expect(await trackOf(served.caseNumber, 'drainage', served.applicant)).toMatchObject({
      certificate: { serveBy: { due: '2026-11-16' }, lamp: 'red' },
    });
  });

  it('lets a licence lapse that is not used in its time, and shows the public so', async () => {
    const lapse = {
      unit: 'calendar-day',
      count: 10,
      from: 'decision',
      source: '建筑法 9',
    } as const;
    const granted = async () => {
      const restaurant = aRestaurant(['drainage']);
      const { accepted } = restaurant;
      await opened({
        ...restaurant,
        accepted: { ...accepted, items: accepted.items.map((each) => ({ ...each, lapse })) },
      });
      await recordOpinion(restaurant.caseNumber, 'drainage');
      const { licence } = await grant(restaurant.caseNumber, 'drainage');
      const { number: licenceNumber, verificationCode: code } = licence!;
      return { ...restaurant, verify: { licenceNumber, code } };
    };
    const [unused, used] = [await granted(), await granted()];
    await bureau.ask(RecordLicenceUseV1, people.approver, {
      caseNumber: used.caseNumber,
      item: 'drainage',
      usedOn: '2026-11-17',
      evidence: '开工报告',
    });

    await bureau.moveClockTo(on('2026-11-28'));
    await eventually(async () => {
      const { entries } = await bureau.trace(unused.applicationId);
      expect(entries.find(({ name }) => name === 'licence-lapsed')).toMatchObject({
        occurredAt: '2026-11-27T16:00:00.000Z',
        actor: { kind: 'law' },
      });
    }, WITHIN);
    const verify = (of: typeof used) => bureau.ask(VerifyLicenceV1, undefined, of.verify);
    expect(await verify(unused)).toMatchObject({ status: 'lapsed', lapseSource: '建筑法 9' });
    expect(await verify(used)).toMatchObject({ status: 'valid', useBy: '2026-11-27' });
  });

  it('is missed only when the extended term is over', async () => {
    const { caseNumber, applicationId } = await opened(aRestaurant(['drainage']));
    await extend(caseNumber);
    const other = await opened(aRestaurant(['drainage']));
    const names = async (of: string) => (await bureau.trace(of)).entries.map(({ name }) => name);

    await bureau.moveClockTo(on('2026-12-01'));
    await eventually(async () => {
      expect(await names(other.applicationId)).toContain('term-missed');
    }, WITHIN);
    expect(await names(applicationId)).not.toContain('term-missed');
    await expect(extend(other.caseNumber)).rejects.toMatchObject({
      unmet: [{ rule: 'extension-approved-in-time' }],
    });

    await bureau.moveClockTo(on('2026-12-15'));
    await eventually(async () => {
      const missed = (await bureau.trace(applicationId)).entries.find(
        ({ name }) => name === 'term-missed',
      );
      expect(missed).toMatchObject({ occurredAt: '2026-12-14T16:00:00.000Z' });
    }, WITHIN);
  });
});
