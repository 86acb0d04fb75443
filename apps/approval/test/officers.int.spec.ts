import {
  AuthoriseOfficerV1,
  ClaimTasksV1,
  ClaimTaskV1,
  CompleteStagesV1,
  DeclareRelationV1,
  FindCaseV1,
  FindWorkTransferV1,
  HandOverWorkV1,
  ListOfficersV1,
  ListTasksV1,
  PublishOfficerV1,
  PublishProcessV1,
  RecordLeaveV1,
  ReleaseTaskV1,
  TrackTransferredV1,
  TransferTrackV1,
} from '@onewindow/contracts';
import type { Person, Refusal } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import { Bureau } from './a-bureau.js';
import { atDesk, WITHIN } from './desk.js';
import { ACCEPTED, anOfficer } from './fixtures.js';
import { REPORTED_SIGN } from './processes.js';
import { aRestaurant, people } from './restaurant.js';

const { head, decider } = people;
const qian = anOfficer('qian', 'bureau', 'approver');
const zhou = anOfficer('zhou', 'bureau', 'approver');
const chief = anOfficer('qin', 'bureau', 'decision-officer');

let bureau: Bureau;

beforeAll(async () => {
  bureau = await Bureau.open(ACCEPTED);
});

afterAll(() => bureau.close());

const { opened, recordOpinion, grant, trackOf } = atDesk(() => bureau);

const publish = (person: Person, acts: string[], limit?: number) =>
  bureau.ask(PublishOfficerV1, head, {
    account: person.id,
    name: person.name,
    agency: 'bureau',
    competences: [{ acts, since: '2026-01-05' }],
    ...(limit !== undefined && { limit }),
  });

const tasksOf = async (person: Person, request: object = {}) =>
  (await bureau.ask(ListTasksV1, person, request)).tasks;

const holderOf = async (caseNumber: string) =>
  (await tasksOf(qian, { of: 'agency', text: caseNumber })).map(({ officer }) => officer);

const drainage = async () => (await opened(aRestaurant(['drainage']))).caseNumber;

const task = (caseNumber: string) => ({ caseNumber, item: 'drainage', stage: 'review' });

describe('Officers of an agency', () => {
  it('get tasks by load once they are published, and only the holder acts', async () => {
    const before = await drainage();
    await publish(qian, ['review']);
    await publish(zhou, ['review']);
    await publish(decider, ['decide']);
    const numbers = [await drainage(), await drainage()];
    const holders = (await Promise.all(numbers.map(holderOf))).flat();

    expect(holders.toSorted()).toEqual(['qian', 'zhou']);
    expect(await holderOf(before)).toEqual([undefined]);
    const ofZhou = numbers[holders.indexOf('zhou')]!;
    expect(await trackOf(ofZhou, 'drainage', zhou)).not.toHaveProperty('withheld');
    expect(await trackOf(ofZhou, 'drainage', qian)).toMatchObject({
      actions: [],
      withheld: [{ rule: 'holds-the-task', actions: expect.arrayContaining(['record-opinion']) }],
    });
    await expect(recordOpinion(ofZhou, 'drainage', qian)).rejects.toMatchObject({
      code: 'may-not-act',
      unmet: [{ rule: 'holds-the-task' }],
    });
    await recordOpinion(ofZhou, 'drainage', zhou);
    expect(await tasksOf(decider)).toMatchObject([{ caseNumber: ofZhou, stage: 'decision' }]);
  });

  it('are told who was faster when two claim the same task', async () => {
    await Promise.all([away(qian), away(zhou)]);
    const caseNumber = await drainage();
    expect(await holderOf(caseNumber)).toEqual([undefined]);
    await Promise.all([back(qian), back(zhou)]);
    const claims = await Promise.allSettled(
      [qian, zhou].map((each) => bureau.ask(ClaimTaskV1, each, task(caseNumber))),
    );
    const won = claims.filter(({ status }) => status === 'fulfilled');
    const [lost] = claims.flatMap((each) =>
      each.status === 'rejected' ? [each.reason as Refusal] : [],
    );

    expect(won).toHaveLength(1);
    expect(lost).toMatchObject({ code: expect.stringMatching(/may-not-act|task-held/) });
    expect(await holderOf(caseNumber)).toHaveLength(1);
  });

  it('hand all their work over, and stand back from whom they are related to', async () => {
    const caseNumber = await drainage();
    await publish(zhou, ['review'], 1);
    const { transferId } = await bureau.ask(HandOverWorkV1, head, {
      account: 'qian',
      to: 'zhou',
      reason: '长期病假',
    });
    const finished = () => bureau.ask(FindWorkTransferV1, head, { transferId });
    await eventually(async () => {
      expect(await finished()).toMatchObject({ status: 'finished', toPool: 0 });
    }, WITHIN);
    expect((await finished()).reassigned).toBeGreaterThan(0);
    expect(await tasksOf(qian)).toEqual([]);
    expect(await holderOf(caseNumber)).toEqual(['zhou']);

    await bureau.ask(DeclareRelationV1, zhou, {
      account: 'zhou',
      creditCode: '91371500MA9YXW1T5X',
      reason: '配偶任职',
    });
    await eventually(async () => expect(await tasksOf(zhou)).toEqual([]), WITHIN);
    expect(await holderOf(caseNumber)).toEqual(['qian']);
    await expect(recordOpinion(caseNumber, 'drainage', zhou)).rejects.toMatchObject({
      unmet: [{ rule: 'not-recused' }, { rule: 'holds-the-task' }],
    });
  });

  it('decide under an authority that stands with the decision, and not beyond its period', async () => {
    await publish(chief, ['decide-at-window']);
    const grantAuthority = (from: string, until: string) =>
      bureau.ask(AuthoriseOfficerV1, head, {
        account: 'qin',
        kind: 'chief-representative',
        documentNumber: '海审授〔2026〕3 号',
        items: ['drainage'],
        acts: ['decide'],
        from,
        until,
      });
    await away(decider);
    const caseNumber = await drainage();
    await recordOpinion(caseNumber, 'drainage', qian);
    await grantAuthority('2026-10-01', '2026-10-31');
    await expect(grant(caseNumber, 'drainage', chief)).rejects.toMatchObject({
      unmet: [{ rule: 'within-authority' }],
    });
    await grantAuthority('2026-11-01', '2026-11-30');
    const { under } = await grant(caseNumber, 'drainage', chief);
    const { officers } = await bureau.ask(ListOfficersV1, decider, {});
    expect(officers.find(({ account }) => account === 'qin')).toMatchObject({
      competences: [{ acts: ['decide-at-window'] }],
      authorisations: [{ kind: 'chief-representative', until: '2026-11-30', byName: head.name }],
      authorisedUntil: '2026-11-30',
    });

    expect((await trackOf(caseNumber, 'drainage')).decision?.under).toEqual(under);
    expect(under).toMatchObject({
      kind: 'chief-representative',
      documentNumber: '海审授〔2026〕3 号',
      by: 'wei',
    });
    expect(await holderOf(caseNumber)).toEqual([]);
  });
});

const away = (person: Person) => leave(person, '2026-11-30');
const back = (person: Person) => leave(person, '2026-11-01');
const leave = (person: Person, until: string) =>
  bureau.ask(RecordLeaveV1, head, {
    account: person.id,
    from: '2026-11-01',
    until,
    reason: '休假',
  });

describe('Officers who had the last matters of an applicant', () => {
  const [hu, he] = ['hu', 'he'].map((id) => anOfficer(id, 'fire-rescue', 'approver'));
  /** Under an agency without a site visit, beside an item of the bureau that has a rotation of its own. */
  const filed = async () => {
    const { accepted, ...restaurant } = aRestaurant(['drainage', 'food']);
    const [drainage, food] = accepted.items;
    const exits = { ...drainage!, agency: 'fire-rescue', agencyName: '消防救援大队' };
    const items = [exits, { ...food!, siteVisit: false }];
    const { caseNumber } = await opened({
      ...restaurant,
      accepted: { ...accepted, items, jointInspection: [] },
    });
    return caseNumber;
  };
  const employ = (person: Person) =>
    bureau.ask(PublishOfficerV1, people.fireHead, {
      account: person.id,
      name: person.name,
      agency: 'fire-rescue',
      competences: [{ acts: ['review'], since: '2026-01-05' }],
    });
  const holder = async (caseNumber: string) =>
    (await tasksOf(hu!, { of: 'agency', text: caseNumber })).map(({ officer }) => officer);

  it('pass the next one on, whatever their load', async () => {
    await employ(hu!);
    expect(await holder(await filed())).toEqual(['hu']);
    await employ(he!);
    for (let matter = 1; matter <= 3; matter += 1) {
      const caseNumber = await filed();
      expect(await holder(caseNumber)).toEqual(['he']);
      await recordOpinion(caseNumber, 'drainage', he);
    }

    expect(await holder(await filed())).toEqual(['hu']);
  });
});

describe('A first review', () => {
  const gao = anOfficer('gao', 'province', 'approver');
  const ting = anOfficer('ting', 'province', 'decision-officer');
  const REPORT = { item: 'sign', recommendation: 'grant', grounds: ['符合条件'] } as const;

  beforeAll(async () => {
    const administrator = anOfficer('admin', 'centre', 'administrator');
    await bureau.ask(PublishProcessV1, administrator, REPORTED_SIGN);
  });

  it('is reported once, and the track is the higher agency’s from then on', async () => {
    const { caseNumber, applicationId, applicant } = await opened(aRestaurant(['sign']));
    const report = (person: Person, key?: string) =>
      bureau.ask(
        TransferTrackV1,
        person,
        { caseNumber, ...REPORT, grounds: [...REPORT.grounds] },
        key,
      );
    const [holder] = (await holderOf(caseNumber)).flatMap((id) =>
      [qian, zhou].filter((each) => each.id === id),
    );
    await expect(report(gao)).rejects.toMatchObject({ code: 'track-not-found' });
    expect(await tasksOf(gao, { of: 'agency' })).toEqual([]);

    const key = 'report-of-the-sign';
    const tried = await Promise.allSettled([
      report(holder!, key),
      report(holder!, key),
      report(holder!),
    ]);
    const done = tried.filter(({ status }) => status === 'fulfilled');
    const heard = () => bureau.intake.heardOf(TrackTransferredV1, applicationId);
    await eventually(async () => expect(await heard()).toHaveLength(1), WITHIN);

    expect([1, 2]).toContain(done.length);
    expect(tried.filter(({ status }) => status === 'rejected')).toMatchObject(
      Array.from({ length: 3 - done.length }, () => ({
        reason: { code: 'not-the-deciding-agency' },
      })),
    );
    expect(await heard()).toMatchObject([{ to: 'province', statutory: { due: '2026-11-30' } }]);
    const seen = async (person: Person) =>
      (await trackOf(caseNumber, 'sign', person)).transferredUp;
    expect(await seen(holder!)).toMatchObject({
      from: 'bureau',
      opinion: { reviewer: holder!.id },
    });
    expect(await seen(applicant)).toMatchObject({ toName: '省住房城乡建设厅' });
    expect(await seen(applicant)).not.toHaveProperty('opinion');
    expect(await tasksOf(holder!, { of: 'agency', text: caseNumber })).toEqual([]);
    expect(await tasksOf(gao, { of: 'pool' })).toMatchObject([{ caseNumber, stage: 'review' }]);

    await expect(recordOpinion(caseNumber, 'sign', holder)).rejects.toMatchObject({
      code: 'not-the-deciding-agency',
    });
    await recordOpinion(caseNumber, 'sign', gao);
    await grant(caseNumber, 'sign', ting);
    const { tracks } = await bureau.ask(FindCaseV1, holder, { caseNumber });
    expect(tracks).toMatchObject([{ status: 'granted', decision: { agency: 'province' } }]);
  });

  it('counts in the rotation of the agency that did it, though the track is another’s by now', async () => {
    const he = anOfficer('he', 'fire-rescue', 'approver');
    const filed = async () => {
      const { accepted, ...restaurant } = aRestaurant(['sign']);
      const [sign] = accepted.items;
      const items = [{ ...sign!, agency: 'fire-rescue', agencyName: '消防救援大队' }];
      return (await opened({ ...restaurant, accepted: { ...accepted, items } })).caseNumber;
    };
    const holder = async (caseNumber: string) =>
      (await tasksOf(he, { of: 'agency', text: caseNumber })).map(({ officer }) => officer);
    for (let matter = 1; matter <= 3; matter += 1) {
      const caseNumber = await filed();
      expect(await holder(caseNumber)).toEqual(['he']);
      await bureau.ask(TransferTrackV1, he, {
        caseNumber,
        ...REPORT,
        grounds: [...REPORT.grounds],
      });
    }

    expect(await holder(await filed())).toEqual(['hu']);
  });
});

describe('Many tasks in one command', () => {
  const several = async () => Promise.all([drainage(), drainage(), drainage(), drainage()]);

  it('are judged alone, and a retry gets the first answer', async () => {
    const numbers = await several();
    const holders = (await Promise.all(numbers.map(holderOf))).flat();
    const who = [qian, zhou].find(({ id }) => holders.includes(id))!;
    const complete = (key?: string) =>
      bureau.ask(
        CompleteStagesV1,
        who,
        { stages: numbers.map(task), outcome: '同意', grounds: ['材料齐全'] },
        key,
      );
    const [{ results }, again] = await Promise.all([
      complete('tick-of-many'),
      complete('tick-of-many'),
    ]);
    const later = await complete();

    expect(results.map(({ done }) => done)).toEqual(holders.map((each) => each === who.id));
    expect(again.results).toEqual(results);
    expect(await complete('tick-of-many')).toEqual({ results });
    expect(later.results.map(({ done }) => done)).toEqual(holders.map(() => false));
    for (const [index, caseNumber] of numbers.entries()) {
      const { opinion } = await trackOf(caseNumber, 'drainage', people.auditor);
      expect(opinion?.reviewer).toBe(results[index]?.done ? who.id : undefined);
    }
  });

  it('are each had by one of two who claim them all at once', async () => {
    const two = [anOfficer('wu', 'bureau', 'approver'), anOfficer('ma', 'bureau', 'approver')];
    await Promise.all(two.map((each) => publish(each, ['review'])));
    const tasks = (await several()).map(task);
    await Promise.all(
      tasks.map((each) => bureau.ask(ReleaseTaskV1, head, { ...each, reason: '重新分配' })),
    );
    const [first] = tasks;
    const ofPool = (person: Person) => tasksOf(person, { of: 'pool', text: first!.caseNumber });
    expect(await ofPool(two[0]!)).toMatchObject([
      { kind: 'review', actions: ['claim-task', 'complete-stages'] },
    ]);
    expect(await ofPool(zhou)).toMatchObject([
      { actions: [], withheld: [{ rule: 'not-recused', source: '公务员法 76' }] },
    ]);
    const claims = await Promise.all(
      two.map(async (each) => (await bureau.ask(ClaimTasksV1, each, { tasks })).results),
    );

    for (const [index] of tasks.entries()) {
      const both = claims.map((results) => results[index]);
      expect(both.map((each) => each?.done).toSorted()).toEqual([false, true]);
      expect(both.find((each) => !each?.done)?.refusal?.code).toBe('task-held');
    }
  });
});
