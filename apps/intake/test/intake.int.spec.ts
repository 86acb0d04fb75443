import { randomUUID } from 'node:crypto';
import {
  ApplicationAcceptedV1,
  DeclineApplicationV1,
  DispatchResultsV1,
  FindBundleV1,
  FindFileV1,
  FindItemV1,
  ListBundlesV1,
  ListItemsV1,
  PaperNumberedV1,
  PaperServedV1,
  PublishBundleV1,
  PublishItemV1,
  RateServiceV1,
  RequestCorrectionV1,
  ResubmitApplicationV1,
  ResultsDispatchedV1,
  SubmitApplicationV1,
  WithdrawApplicationV1,
} from '@onewindow/contracts';
import { verifyJournal } from '@onewindow/journal';
import { instantOf } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import pg from 'pg';
import { Centre } from './a-centre.js';
import { atWindow, BOTH_REMARKS, WITHIN } from './at-window.js';
import { elsewhere, people } from './people.js';
import { aServiceItem, RECEIVED } from './situations.js';

const DECIDED = instantOf('2026-05-14T10:00:00+08:00');
const { owner, colleague, otherEnterprise, clerk, administrator } = people;

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open(RECEIVED);
  await publish();
});

afterAll(() => centre.close());

const {
  accept,
  accepted,
  decide,
  facts,
  filing,
  find,
  handedIn,
  publish,
  requestCorrection,
  resubmit,
  submit,
  submitIncomplete,
} = atWindow(() => centre);

describe('The catalogue', () => {
  it('shows an item with its edition, which a new publication raises', async () => {
    const code = 'outdoor-sign';
    expect(await publish({ code, name: '大型户外广告设置许可' })).toEqual({ code, edition: 1 });
    expect(await publish({ code, name: '户外招牌设置许可' })).toEqual({ code, edition: 2 });

    expect(await centre.ask(FindItemV1, undefined, { code })).toEqual({
      ...aServiceItem({ code, name: '户外招牌设置许可' }),
      edition: 2,
      version: 2,
      asOf: '2026-04-27',
    });
  });

  it('finds items by a part of the name, in which marks do not count, page by page', async () => {
    await publish({ code: 'percent', name: '减免50%费用确认' });
    const search = async (text: string) =>
      (await centre.ask(ListItemsV1, undefined, { text })).items.map(({ code }) => code);

    expect(await search('招牌')).toEqual(['outdoor-sign']);
    expect(await search('50%')).toEqual(['percent']);
    expect(await search('5_%')).toEqual(['percent']);
    expect(await search('%')).toEqual([]);
    const first = await centre.ask(ListItemsV1, undefined, { limit: 2 });
    const { nextCursor: cursor } = first;
    const second = await centre.ask(ListItemsV1, undefined, { limit: 2, cursor });
    expect(first.items.map(({ code }) => code)).toEqual(['drainage-permit', 'outdoor-sign']);
    expect(second).toEqual({ items: [expect.objectContaining({ code: 'percent' })] });
  });

  it('refuses an item with everything that is wrong with it', async () => {
    await expect(
      publish({ code: 'dear', charged: true, complaints: aServiceItem().consultation }),
    ).rejects.toMatchObject({
      code: 'item-not-publishable',
      unmet: [{ rule: 'fee-has-a-basis' }, { rule: 'complaints-elsewhere' }],
    });
    await expect(centre.ask(FindItemV1, undefined, { code: 'dear' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('bundles published items only', async () => {
    const bundle = (items: string[], jointInspection: string[] = []) =>
      centre.ask(PublishBundleV1, administrator, {
        code: 'restaurant',
        name: '开办餐饮店',
        items,
        jointInspection,
      });

    await expect(bundle(['outdoor-sign', 'no-such-item'], ['fire'])).rejects.toMatchObject({
      unmet: [{ rule: 'item-published' }, { rule: 'inspected-item-in-bundle' }],
    });
    expect(await bundle(['outdoor-sign', 'drainage-permit'], ['outdoor-sign'])).toEqual({
      code: 'restaurant',
      edition: 1,
    });
    const found = await centre.ask(FindBundleV1, undefined, { code: 'restaurant' });
    expect(found.items.map(({ code }) => code)).toEqual(['outdoor-sign', 'drainage-permit']);
  });

  it('is published by the administrator alone', async () => {
    for (const person of [owner, clerk, undefined]) {
      await expect(
        centre.ask(PublishItemV1, person, aServiceItem({ code: 'x' })),
      ).rejects.toMatchObject({ kind: person === undefined ? 'unauthenticated' : 'forbidden' });
    }
  });

  it('finds bundles by a part of the name, taken literally', async () => {
    const search = async (text: string) =>
      (await centre.ask(ListBundlesV1, undefined, { text })).bundles;

    expect(await search('%')).toEqual([]);
    expect(await search('餐饮')).toEqual([
      expect.objectContaining({ code: 'restaurant', items: 2 }),
    ]);
  });
});

describe('Filing', () => {
  it('takes an application in with its files and tells by when the window answers', async () => {
    const applicationId = await submit({ bundle: 'restaurant' });

    expect(await find(applicationId, owner)).toMatchObject({
      applicationNumber: expect.stringMatching(/^SQ20260427-\d{6}$/),
      status: 'submitted',
      actions: ['withdraw', 'mark-confidential'],
      bundle: 'restaurant',
      receivedAt: RECEIVED,
      answerBy: { due: '2026-05-07' },
      materials: [
        { material: 'form', files: [{ name: 'form.pdf', mediaType: 'application/pdf' }] },
        { material: 'report', files: [{ name: 'report.pdf' }] },
      ],
      papers: [],
    });
  });

  it('needs the gateway’s own receipt of an upload by the same account', async () => {
    const receipts = [
      { material: 'form', fileReceipt: await centre.forgedReceipt(owner.id) },
      { material: 'report', fileReceipt: await centre.receipt('somebody.else') },
      { material: 'licence', fileReceipt: 'no receipt at all' },
    ];

    await expect(submit({ materials: receipts })).rejects.toMatchObject({
      code: 'application-not-possible',
      unmet: [
        { rule: 'file-receipt-signed', path: 'materials.0.fileReceipt' },
        { rule: 'file-uploaded-by-applicant', path: 'materials.1.fileReceipt' },
        { path: 'materials.2.fileReceipt' },
      ],
    });
  });

  it('is in the name of the own enterprise alone', async () => {
    const { applicant } = await filing({}, otherEnterprise);

    await expect(submit({ applicant })).rejects.toMatchObject({
      unmet: [{ rule: 'applicant-is-own-organisation' }],
    });
  });

  it('keeps what was published when it came in', async () => {
    const code = 'changing-item';
    await publish({ code, resultName: '旧证' });
    const applicationId = await submit({ items: [code] });
    await publish({ code, resultName: '新证' });
    await accept(applicationId);

    await eventually(async () => {
      const [told] = await centre.bureau.heardOf(ApplicationAcceptedV1, applicationId);
      expect(told?.items).toMatchObject([{ item: code, resultName: '旧证' }]);
    }, WITHIN);
  });

  it('can be shown and handled with names as long as a guide may have them', async () => {
    const [form, ...others] = aServiceItem().materials;
    const materials = [{ ...form!, name: '表'.repeat(300) }, ...others];
    const name = '许'.repeat(200);
    await publish({ code: 'long-names', name, materials });
    const applicationId = await submit({ items: ['long-names'] });
    const { caseNumber } = await accept(applicationId);
    const change = { item: 'long-names', itemName: name };
    await decide({ applicationId, caseNumber }, RECEIVED, change);

    expect((await find(applicationId)).materials[0]?.name).toBe('表'.repeat(300));
    await eventually(async () => {
      expect(await centre.bureau.heardOf(ApplicationAcceptedV1, applicationId)).toHaveLength(1);
    }, WITHIN);
  });

  it('happens once, however often the same request comes and at whatever moment', async () => {
    const request = await filing();
    const key = randomUUID();
    const send = () => centre.ask(SubmitApplicationV1, owner, request, key);
    const together = await Promise.all([send(), send(), send(), send()]);

    expect(await send()).toEqual(together[0]);
    expect(new Set(together.map(({ applicationId }) => applicationId)).size).toBe(1);
    const again = { ...request, electronicService: false };
    await expect(centre.ask(SubmitApplicationV1, owner, again, key)).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it('draws a number of its own for each of many at once', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => submit()));
    const numbers = await Promise.all(
      ids.map(async (id) => (await find(id, owner)).applicationNumber),
    );

    expect(new Set(numbers).size).toBe(30);
  });
});

describe('An incomplete application', () => {
  it('is corrected once, in full, and then accepted', async () => {
    const applicationId = await submitIncomplete();
    await expect(accept(applicationId)).rejects.toMatchObject({
      unmet: [{ rule: 'required-material-held', path: 'materials.report' }],
    });
    await expect(
      centre.ask(RequestCorrectionV1, clerk, { applicationId, remarks: [BOTH_REMARKS[1]] }),
    ).rejects.toMatchObject({ unmet: [{ rule: 'notice-is-complete' }] });

    const { noticeNumber, correctBy } = await requestCorrection(applicationId);
    expect(noticeNumber).toMatch(/^补正〔2026〕\d{6}号$/);
    expect(correctBy).toEqual({ due: '2026-05-20' });
    expect(await find(applicationId, owner)).toMatchObject({
      status: 'awaiting-correction',
      actions: ['resubmit', 'withdraw', 'mark-confidential'],
      correctionRemarks: BOTH_REMARKS,
      correctBy,
      papers: [{ kind: 'correction-notice', service: { method: 'electronic' } }],
    });

    const [form] = await handedIn(owner, 'form');
    await expect(
      centre.ask(ResubmitApplicationV1, owner, { applicationId, materials: [form!] }),
    ).rejects.toMatchObject({ unmet: [{ rule: 'every-remark-answered' }] });
    await resubmit(applicationId, colleague);
    await expect(requestCorrection(applicationId)).rejects.toMatchObject({
      code: 'action-not-allowed-in-state',
    });
    expect(await accept(applicationId)).toMatchObject({
      caseNumber: expect.stringMatching(/^379900-20260427-\d{6}$/),
      receiptNumber: expect.stringMatching(/^受理〔2026〕\d{6}号$/),
      acceptedAt: RECEIVED,
      tracks: [{ item: 'drainage-permit', statutory: { due: '2026-05-27' } }],
    });
    const { papers } = await find(applicationId, owner);
    expect(papers.map(({ kind }) => kind)).toEqual(['correction-notice', 'acceptance-receipt']);
    expect(papers[1]?.officialNumber).toMatch(/受理字〔2026〕第\d+号$/);
  });

  it('tells the bureau of the acceptance, once, with files and dates', async () => {
    const { applicationId, caseNumber } = await accepted();

    await eventually(async () => {
      expect(await centre.bureau.heardOf(ApplicationAcceptedV1, applicationId)).toMatchObject([
        {
          caseNumber,
          receivedAt: RECEIVED,
          acceptedAt: RECEIVED,
          applicantAccount: owner.id,
          items: [
            {
              item: 'drainage-permit',
              agency: 'bureau',
              materials: [
                { material: 'form', files: [{ name: 'form.pdf' }] },
                { material: 'report' },
              ],
            },
          ],
        },
      ]);
    }, WITHIN);
  });

  it('is answered by one of two clerks at once, never by both', async () => {
    for (let round = 0; round < 8; round += 1) {
      const applicationId = await submit();
      const [took, sentBack] = await Promise.allSettled([
        accept(applicationId),
        centre.ask(RequestCorrectionV1, people.secondClerk, {
          applicationId,
          remarks: [BOTH_REMARKS[1]],
        }),
      ]);

      const answers = [took.status, sentBack.status].sort();
      expect(answers).toEqual(['fulfilled', 'rejected']);
      const loser = took.status === 'rejected' ? took : (sentBack as PromiseRejectedResult);
      expect(loser.reason).toMatchObject({ code: 'action-not-allowed-in-state' });
      const { status, papers } = await find(applicationId);
      expect(status).toBe(took.status === 'fulfilled' ? 'accepted' : 'awaiting-correction');
      expect(papers).toHaveLength(1);
    }
  });

  it('is nobody else’s to correct, to withdraw or to answer', async () => {
    const applicationId = await submitIncomplete();
    await expect(accept(applicationId, elsewhere(clerk))).rejects.toMatchObject({
      code: 'not-found',
    });
    await requestCorrection(applicationId);

    await expect(resubmit(applicationId, otherEnterprise)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(
      centre.ask(WithdrawApplicationV1, otherEnterprise, { applicationId, reason: '不办' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(accept(applicationId, owner)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('An application that is not accepted', () => {
  it('is declined in writing, with the authority to apply to instead', async () => {
    const applicationId = await submit();
    const decline = (request: object) =>
      centre.ask(DeclineApplicationV1, clerk, {
        applicationId,
        ground: 'not-competent',
        reasons: ['该事项由省级机关实施'],
        ...request,
      });
    await expect(decline({})).rejects.toMatchObject({
      unmet: [{ rule: 'competent-authority-named', source: '行政许可法 32(二)' }],
    });

    expect(await decline({ competentAuthority: '省住房和城乡建设厅' })).toEqual({
      noticeNumber: expect.stringMatching(/^不予受理〔2026〕\d{6}号$/),
      declinedAt: RECEIVED,
    });
    expect(await find(applicationId, owner)).toMatchObject({
      status: 'declined',
      actions: [],
      papers: [{ kind: 'non-acceptance-notice' }],
      nonAcceptance: {
        ground: 'not-competent',
        reasons: ['该事项由省级机关实施'],
        competentAuthority: '省住房和城乡建设厅',
      },
    });
  });

  it('is withdrawn by its enterprise', async () => {
    const applicationId = await submit();

    expect(
      await centre.ask(WithdrawApplicationV1, colleague, { applicationId, reason: '改址' }),
    ).toEqual({ withdrawnAt: RECEIVED });
    await expect(accept(applicationId)).rejects.toMatchObject({
      code: 'action-not-allowed-in-state',
    });
  });
});

const OFFICIAL = /准字〔2026〕第\d+号$/;

describe('The results of a case', () => {
  it('are dispatched together and then rated, once', async () => {
    const of = await accepted();
    const { applicationId } = of;
    const rate = () => centre.ask(RateServiceV1, owner, { applicationId, stars: 5, remark: '快' });
    await expect(rate()).rejects.toMatchObject({ code: 'rating-not-possible' });
    await decide(of, DECIDED);
    await centre.moveClockTo(DECIDED);

    expect((await find(applicationId)).actions).toEqual(['dispatch']);
    const { dispatchedAt, papers } = await centre.ask(DispatchResultsV1, clerk, {
      applicationId,
      method: 'window',
      receivedBy: '林悦',
    });
    expect({ dispatchedAt, papers }).toEqual({
      dispatchedAt: DECIDED,
      papers: [`决-${of.caseNumber}`, `证-${of.caseNumber}`],
    });
    expect((await find(applicationId, owner)).actions).toEqual(['rate', 'mark-confidential']);
    expect(await rate()).toEqual({ ratedAt: DECIDED });
    await expect(rate()).rejects.toMatchObject({ code: 'rating-not-possible' });
    await eventually(async () => {
      expect(await centre.bureau.heardOf(ResultsDispatchedV1, applicationId)).toEqual([
        {
          applicationId,
          caseNumber: of.caseNumber,
          dispatchedAt,
          licences: [
            {
              licence: `证-${of.caseNumber}`,
              servedAt: expect.any(String) as string,
              revision: 1,
            },
          ],
        },
      ]);
    }, WITHIN);
    expect(await find(applicationId, owner)).toMatchObject({
      status: 'dispatched',
      actions: ['mark-confidential'],
      rating: { stars: 5, remark: '快' },
      results: [
        {
          item: 'drainage-permit',
          decision: {
            outcome: 'granted',
            officialNumber: expect.stringMatching(OFFICIAL) as string,
            servedAt: expect.any(String) as string,
          },
        },
      ],
    });
    await eventually(async () => {
      expect(await centre.bureau.heardOf(PaperServedV1, applicationId)).toMatchObject([
        { how: 'electronic', number: expect.stringMatching(OFFICIAL) as string },
      ]);
    }, WITHIN);
    expect(await centre.bureau.heardOf(PaperNumberedV1, applicationId)).toEqual([]);
  });
});

describe('A file of an application', () => {
  it('is referred to for those who may see the application', async () => {
    const applicationId = await submit();
    const [file] = (await find(applicationId)).materials[0]!.files;
    const ask = (person = owner, asked = file!.hash) =>
      centre.ask(FindFileV1, person, { applicationId, hash: asked });

    expect(await ask()).toEqual({ file });
    await expect(ask(otherEnterprise)).rejects.toMatchObject({ code: 'not-found' });
    await expect(ask(owner, 'b'.repeat(64))).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('The journal of intake', () => {
  it('keeps every step of an application with its actor', async () => {
    const applicationId = await submitIncomplete();
    await requestCorrection(applicationId);

    expect(await facts(applicationId)).toEqual([
      'application-submitted',
      'correction-requested',
      'paper-issued',
      'paper-served',
    ]);
    const { entries } = await centre.trace(applicationId);
    expect(entries.map(({ actor }) => actor.id)).toEqual([owner.id, clerk.id, clerk.id, clerk.id]);
  });

  it('verifies after all of this', async () => {
    const pool = new pg.Pool({ connectionString: centre.database.superuserUrl });
    const { faults, entries } = await verifyJournal(pool);
    await pool.end();

    expect(faults).toEqual([]);
    expect(entries).toBeGreaterThan(80);
  });
});
