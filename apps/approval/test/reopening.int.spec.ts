import { randomUUID } from 'node:crypto';
import {
  FollowCaseV1,
  ReopenTrackV1,
  TrackDecidedV1,
  TrackReopenedV1,
  VerifyLicenceV1,
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

const { find, grant, opened, recordOpinion, refuse, trackOf } = atDesk(() => bureau);

const reopen = async (
  caseNumber: string,
  person: Person = people.decider,
  { receipt, ...change }: { receipt?: string; madeOn?: string; effectiveOn?: string } = {},
  key: string = randomUUID(),
) =>
  bureau.ask(
    ReopenTrackV1,
    person,
    {
      caseNumber,
      item: 'drainage',
      kind: 'reconsideration',
      body: '海棠市人民政府',
      documentNumber: '海政复决字〔2026〕12号',
      madeOn: '2026-11-05',
      effectiveOn: '2026-11-06',
      documentReceipt: receipt ?? (await bureau.receipt(person.id)),
      ...change,
    },
    key,
  );

describe('A decision that a higher body quashed', () => {
  it('opens its track, its case and its term anew, and intake learns of it', async () => {
    await bureau.moveClockTo(ACCEPTED);
    const { caseNumber, applicationId } = await opened(aRestaurant(['drainage', 'sign']));
    await expect(reopen(caseNumber)).rejects.toMatchObject({ code: 'action-not-allowed-in-state' });
    for (const item of ['drainage', 'sign']) {
      await recordOpinion(caseNumber, item);
      await refuse(caseNumber, item);
    }
    expect((await find(caseNumber)).status).toBe('decided');
    await bureau.moveClockTo(on('2026-11-09'));

    await expect(reopen(caseNumber, people.fireDecider)).rejects.toMatchObject({
      code: 'track-not-found',
    });
    await expect(
      reopen(caseNumber, people.decider, { effectiveOn: '2026-11-10' }),
    ).rejects.toMatchObject({ code: 'reopening-not-possible', unmet: [{ rule: 'in-effect' }] });
    const reply = await reopen(caseNumber);

    expect(reply).toMatchObject({
      quashedDecision: `${caseNumber}-01-D`,
      statutory: { due: '2026-12-04' },
    });
    expect(await find(caseNumber)).toMatchObject({ status: 'open' });
    expect(await trackOf(caseNumber, 'drainage')).toMatchObject({ status: 'in-review' });
    expect((await trackOf(caseNumber, 'drainage')).explanationZh.join()).toContain('重新起算');
    await eventually(async () => {
      expect(await bureau.intake.heardOf(TrackReopenedV1, applicationId)).toMatchObject([
        { quashedDecision: `${caseNumber}-01-D`, statutory: { due: '2026-12-04' } },
      ]);
    }, WITHIN);

    await recordOpinion(caseNumber, 'drainage');
    expect(await grant(caseNumber, 'drainage')).toMatchObject({
      decisionNumber: `${caseNumber}-01-D2`,
    });
    expect((await find(caseNumber)).status).toBe('decided');
    const { steps } = await bureau.ask(FollowCaseV1, people.auditor, { caseNumber });
    expect(
      steps
        .filter(({ item, what }) => item === 'drainage' && what.kind.startsWith('track-'))
        .map(({ what }) => what.en),
    ).toEqual([
      expect.stringContaining('was refused'),
      expect.stringContaining('was quashed by 海棠市人民政府'),
      expect.stringContaining('was granted'),
    ]);
    await eventually(async () => {
      expect(await bureau.intake.heardOf(TrackDecidedV1, applicationId)).toHaveLength(3);
    }, WITHIN);
  });

  it('takes its licence with it', async () => {
    await bureau.moveClockTo(on('2026-11-09'));
    const { caseNumber } = await opened(aRestaurant(['drainage']));
    await recordOpinion(caseNumber, 'drainage');
    const { licence } = await grant(caseNumber, 'drainage');
    const code = licence?.verificationCode ?? '';
    const licenceNumber = licence?.number ?? '';
    const status = async () =>
      (await bureau.ask(VerifyLicenceV1, people.clerk, { licenceNumber, code })).status;
    expect(await status()).toBe('valid');

    await bureau.moveClockTo(on('2026-11-20'));
    await expect(
      reopen(caseNumber, people.head, { effectiveOn: '2026-11-19' }),
    ).rejects.toMatchObject({ unmet: [{ rule: 'made-after-the-decision' }] });
    const key = randomUUID();
    const receipt = await bureau.receipt(people.head.id);
    const order = { madeOn: '2026-11-18', effectiveOn: '2026-11-19', receipt };
    const reply = await reopen(caseNumber, people.head, order, key);
    expect(await reopen(caseNumber, people.head, order, key)).toEqual(reply);
    expect(await status()).toBe('annulled');

    await recordOpinion(caseNumber, 'drainage');
    expect((await grant(caseNumber, 'drainage')).licence?.number).toBe(`${caseNumber}-01-L2`);
    expect(await status()).toBe('annulled');
  });
});
