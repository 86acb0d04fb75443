import { createHash, randomUUID, type JsonWebKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CorrectPaperV1,
  DispatchResultsV1,
  FindPaperV1,
  ListDecisionsV1,
  PaperNumberedV1,
  PaperServedV1,
  ServePaperV1,
  SpecialProcedureStartedV1,
  TrackReopenedV1,
  VerifyPaperV1,
} from '@onewindow/contracts';
import { isGenuineSeal, textOfPages, verifyPapers } from '@onewindow/documents';
import { verifyStoredFile } from '@onewindow/files';
import { instantOf, legalDateAt, Refusal, type Person } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import pg from 'pg';
import { Centre } from './a-centre.js';
import { atWindow, WITHIN } from './at-window.js';
import { people } from './people.js';
import { anItem, RECEIVED } from './situations.js';

const DECIDED = instantOf('2026-05-14T10:00:00+08:00');
const { owner, clerk, otherEnterprise } = people;
const decider: Person = {
  ...clerk,
  id: 'zheng.yi',
  roles: ['decision-officer'],
  department: anItem().decidingAgency,
};

let centre: Centre;
let database: pg.Pool;

beforeAll(async () => {
  centre = await Centre.open(RECEIVED);
  await publish();
  database = new pg.Pool({ connectionString: centre.database.url });
});
afterAll(async () => {
  await database.end();
  await centre.close();
});

const { accept, accepted, decide, find, publish, requestCorrection, submit, submitIncomplete } =
  atWindow(() => centre);

const paperOf = async (applicationId: string, kind: string) => {
  const { papers } = await find(applicationId);
  const paper = papers.find((each) => each.kind === kind);
  if (paper === undefined) throw new Error(`no ${kind}`);
  return paper;
};

const bytesOf = (hash: string) =>
  readFile(join(centre.filesFolder, hash.slice(0, 2), hash.slice(2, 4), hash));

const printed = async (number: string, person: Person | undefined = owner) => {
  // The thread that prints reads its fonts first, which on a busy machine takes longer than a question may.
  const paper = await eventually(() => centre.ask(FindPaperV1, person, { number }), WITHIN);
  const bytes = await bytesOf(paper.file.hash);
  return { ...paper, bytes, text: textOfPages(bytes).join('') };
};

const codeOf = async (reference: string) => {
  const { rows } = await database.query<{ code: string }>(
    'select code from paper where reference = $1',
    [reference],
  );
  return rows[0]?.code ?? '';
};

describe('An official paper', () => {
  it('says in its PDF what it was issued with, and bears number, code and seal', async () => {
    const { applicationId, caseNumber } = await accepted();
    const { number: reference } = await paperOf(applicationId, 'acceptance-receipt');
    const paper = await printed(reference);

    expect(paper.number).toMatch(/受理字〔2026〕第\d+号$/);
    expect(paper.text).toContain('第三十二条第一款第五项');
    for (const words of [paper.number, caseNumber, anItem().name, await codeOf(reference)]) {
      expect(paper.text).toContain(words);
    }
    expect(createHash('sha256').update(paper.bytes).digest('hex')).toBe(paper.file.hash);
  });

  it('bears a seal that anybody can check with the bytes and the public key alone', async () => {
    const { applicationId } = await accepted();
    const { number: reference } = await paperOf(applicationId, 'acceptance-receipt');
    const { seal, issuedBy: agency, bytes } = await printed(reference);
    if (seal === undefined) throw new Error('it bears no seal');
    const { signedText: _, publicKey = '{}', sealedAt, ...impression } = seal;
    const digest = createHash('sha256').update(bytes).digest('hex');
    const isGenuine = (of: string) =>
      isGenuineSeal(
        { reference, agency, digest: of, sealedAt },
        impression,
        JSON.parse(publicKey) as JsonWebKey,
      );

    expect([isGenuine(digest), isGenuine('0'.repeat(64))]).toEqual([true, false]);
  });

  it('is the same bytes for two who ask at once and whenever it is asked for again', async () => {
    const { applicationId } = await accepted();
    const { number } = await paperOf(applicationId, 'acceptance-receipt');
    const ask = async (person: Person) =>
      (await centre.ask(FindPaperV1, person, { number })).file.hash;
    const [one, two] = await Promise.all([ask(owner), ask(clerk)]);
    await centre.moveClockTo(instantOf('2026-05-04T10:00:00+08:00'));

    expect(two).toBe(one);
    expect(await ask(owner)).toBe(one);
  });

  it('lists all that is to be corrected, and by when', async () => {
    const applicationId = await submitIncomplete();
    await requestCorrection(applicationId);
    const { text } = await printed((await paperOf(applicationId, 'correction-notice')).number);

    expect(text).toContain('第三十二条第一款第四项');
    expect(text).toContain('请补交检测报告');
    expect(text).toContain('缺签章');
  });

  it('tells of a special procedure what the bureau told', async () => {
    const { applicationId, caseNumber } = await accepted();
    await centre.bureau.say(SpecialProcedureStartedV1, caseNumber, {
      applicationId,
      caseNumber,
      item: anItem().code,
      itemName: anItem().name,
      agencyName: '海棠市行政审批服务局',
      procedure: 'testing',
      reason: '需要检测排水水质',
      noticeNumber: `${caseNumber}-01-N1`,
      issuedAt: DECIDED,
      from: '2026-05-14',
      expectedWorkingDays: 6,
    });
    await eventually(
      async () => expect((await find(applicationId)).papers).toHaveLength(2),
      WITHIN,
    );
    const { text } = await printed(`${caseNumber}-01-N1`);

    expect(text).toContain('检测');
    expect(text).toContain('需要检测排水水质');
    expect(text).toContain('6 个工作日');
  });

  it('gives a refusal with its reasons and both ways of appeal', async () => {
    const filed = await accepted();
    await decide(filed, DECIDED, {
      decision: {
        number: `${filed.caseNumber}-01-D`,
        outcome: 'refused',
        decidedAt: DECIDED,
        agency: 'bureau',
        agencyName: '海棠市行政审批服务局',
        reasons: ['排水口位置不符合规划'],
        legalBasis: ['城镇排水与污水处理条例 21'],
      },
      appeal: {
        reconsiderationBody: '海棠市人民政府',
        reconsiderationTerm: '自知道本决定之日起六十日内',
        court: '海棠市东城区人民法院',
        litigationTerm: '自知道之日起六个月内',
      },
      licence: undefined,
    });
    const { text, number } = await printed(`${filed.caseNumber}-01-D`);

    expect(number).toMatch(/^海棠市行政审批服务局不准字〔2026〕第\d+号$/);
    for (const words of [
      '不予行政许可',
      '排水口位置不符合规划',
      '城镇排水与污水处理条例 21',
      '海棠市人民政府申请行政复议',
      '海棠市东城区人民法院提起行政诉讼',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('is found by its official number too, and has a record of its service', async () => {
    const { applicationId } = await accepted();
    const { number: reference } = await paperOf(applicationId, 'acceptance-receipt');
    const { number } = await printed(reference);
    const record = await centre.ask(FindPaperV1, owner, { number, part: 'service-record' });
    const text = textOfPages(await bytesOf(record.file.hash)).join('');

    expect(record.reference).toBe(reference);
    expect(text).toContain('送达回证');
    expect(text).toContain('电子送达');
  });
});

const OFFICIAL = /准字〔2026〕第\d+号$/;

describe('The papers of a decision', () => {
  it('wait as papers for an applicant who is not served electronically', async () => {
    const of = await accepted({ electronicService: false });
    const { applicationId, receiptNumber } = of;
    const { issuedAt } = await paperOf(applicationId, 'acceptance-receipt');
    const serve = (paperNumber: string) =>
      centre.ask(ServePaperV1, clerk, {
        applicationId,
        paperNumber,
        method: 'post',
        receivedBy: '林悦',
        receiptNumber: 'EMS 1043 2207 115',
        servedOn: legalDateAt(instantOf(issuedAt)),
      });
    expect((await find(applicationId)).papers).toMatchObject([{ number: receiptNumber }]);
    expect((await find(applicationId)).papers[0]).not.toHaveProperty('service');
    await serve(receiptNumber);
    await expect(serve(receiptNumber)).rejects.toMatchObject({
      unmet: [{ rule: 'paper-served-once' }],
    });
    await expect(serve('no such paper')).rejects.toMatchObject({ code: 'not-found' });
    await decide(of, DECIDED);
    await eventually(async () => {
      expect(await centre.bureau.heardOf(PaperNumberedV1, applicationId)).toMatchObject([
        { decision: `决-${of.caseNumber}`, number: expect.stringMatching(OFFICIAL) as string },
      ]);
    }, WITHIN);

    await centre.ask(DispatchResultsV1, clerk, {
      applicationId,
      method: 'window',
      receivedBy: '林悦',
    });
    expect((await find(applicationId)).papers.map(({ service }) => service?.method)).toEqual([
      'post',
      'window',
      'window',
    ]);
    await eventually(async () => {
      expect(await centre.bureau.heardOf(PaperServedV1, applicationId)).toEqual([
        {
          applicationId,
          caseNumber: of.caseNumber,
          item: anItem().code,
          decision: `决-${of.caseNumber}`,
          paper: `决-${of.caseNumber}`,
          number: expect.stringMatching(OFFICIAL) as string,
          servedAt: expect.any(String) as string,
          servedOn: expect.any(String) as string,
          how: 'window',
        },
      ]);
    }, WITHIN);
  });
});

describe('Who may see a paper', () => {
  it('is whom it concerns, and whoever has its code or the query code; others learn nothing', async () => {
    const { applicationId } = await accepted();
    const { number } = await paperOf(applicationId, 'acceptance-receipt');
    const { queryCode = '' } = await find(applicationId, owner);
    const ask = (person: Person | undefined, code?: string, of = number) =>
      centre.ask(FindPaperV1, person, { number: of, ...(code !== undefined && { code }) }).then(
        () => 'seen',
        (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
      );
    const code = await codeOf(number);

    expect(
      await Promise.all([ask(owner), ask(clerk), ask(undefined, code), ask(undefined, queryCode)]),
    ).toEqual(['seen', 'seen', 'seen', 'seen']);
    expect(
      await Promise.all([
        ask(otherEnterprise),
        ask(undefined),
        ask(undefined, 'X'.repeat(18)),
        ask(undefined, code, '379900-20260427-999999-01-D'),
      ]),
    ).toEqual(Array.from({ length: 4 }, () => 'progress-not-found'));
  });

  it('verifies a paper for whoever holds it, and says when its decision was quashed', async () => {
    const filed = await accepted();
    await decide(filed, DECIDED);
    const { number } = await paperOf(filed.applicationId, 'decision');
    const code = await codeOf(number);
    const verify = (given: string) => centre.ask(VerifyPaperV1, undefined, { number, code: given });

    expect(await verify(code.toLowerCase())).toMatchObject({ standing: 'genuine' });
    await expect(verify('X'.repeat(18))).rejects.toMatchObject({ code: 'progress-not-found' });
    await centre.bureau.say(TrackReopenedV1, filed.caseNumber, {
      applicationId: filed.applicationId,
      caseNumber: filed.caseNumber,
      item: anItem().code,
      itemName: anItem().name,
      reopenedAt: DECIDED,
      quashedDecision: number,
      kind: 'judgment',
      body: '海棠市东城区人民法院',
      documentNumber: '（2026）海东行初1号',
      effectiveOn: '2026-05-20',
      statutory: { due: '2026-06-20' },
    });
    await eventually(
      async () => expect(await verify(code)).toMatchObject({ standing: 'withdrawn' }),
      WITHIN,
    );
  });
});

describe('A clerical error', () => {
  const correct = (number: string, person: Person, before = '临江路18号') =>
    centre.ask(
      CorrectPaperV1,
      person,
      {
        number,
        reason: '门牌号有误',
        changes: [{ field: 'premises-address', before, after: '临江路81号' }],
      },
      randomUUID(),
    );

  it('is corrected by a paper of its own; the original stays and says what took its place', async () => {
    const filed = await accepted();
    await decide(filed, DECIDED);
    const { number: original } = await paperOf(filed.applicationId, 'decision');
    const before = await printed(original);
    const { reference, corrects } = await correct(original, decider);
    const corrected = await printed(reference);
    const verified = await centre.ask(VerifyPaperV1, undefined, {
      number: original,
      code: await codeOf(original),
    });

    expect([corrects, reference]).toEqual([original, `${original}-G1`]);
    expect(corrected.text).toContain('临江路81号');
    expect(corrected.text).toContain(`本文书更正文书编号 ${original} 的文字差错`);
    expect(verified).toMatchObject({ standing: 'replaced', replacedBy: corrected.number });
    expect((await printed(original)).file.hash).toBe(before.file.hash);
    await expect(correct(original, decider)).rejects.toMatchObject({
      unmet: [{ rule: 'newest-corrected' }],
    });
  });

  it('is corrected by the agency whose paper it is, in the words that stand there', async () => {
    const filed = await accepted();
    await decide(filed, DECIDED);
    const { number } = await paperOf(filed.applicationId, 'decision');
    const stranger = { ...decider, department: 'fire-rescue' };

    await expect(correct(number, stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(correct(number, clerk)).rejects.toMatchObject({ code: 'not-found' });
    await expect(correct(number, decider, '长江路')).rejects.toMatchObject({
      unmet: [{ rule: 'error-is-there' }],
    });
  });
});

describe('The published decisions', () => {
  it('are read by anybody, newest first, page by page, and nothing but what is public', async () => {
    const all = await centre.ask(ListDecisionsV1, undefined, {});
    const first = await centre.ask(ListDecisionsV1, undefined, { limit: 1 });
    const { nextCursor: cursor = '' } = first;
    const second = await centre.ask(ListDecisionsV1, undefined, { limit: 1, cursor });
    const [newest] = all.decisions;

    expect([...first.decisions, ...second.decisions]).toEqual(all.decisions.slice(0, 2));
    expect(Object.keys(newest ?? {}).toSorted()).toEqual(
      expect.arrayContaining(['agencyName', 'holder', 'issuedAt', 'item', 'itemName', 'number']),
    );
    expect(JSON.stringify(all)).not.toMatch(/13900000001|林悦|临江路/);
  });

  it('are marked where a decision was quashed or corrected, and found by words and days', async () => {
    const { decisions } = await centre.ask(ListDecisionsV1, undefined, { text: '准字' });
    const none = await centre.ask(ListDecisionsV1, undefined, { text: '%', to: '2026-12-31' });
    const earlier = await centre.ask(ListDecisionsV1, undefined, { to: '2025-12-31' });

    expect(new Set(decisions.map(({ standing }) => standing))).toEqual(
      new Set(['genuine', 'replaced', 'withdrawn']),
    );
    expect([none.decisions, earlier.decisions]).toEqual([[], []]);
  });
});

describe('The numbers of papers', () => {
  it('have no gap and no double, also where acts are refused or run at once', async () => {
    const applications = await Promise.all(Array.from({ length: 12 }, () => submit()));
    const outcomes = await Promise.allSettled(
      [...applications, ...applications].map((applicationId) => accept(applicationId)),
    );
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    const { rows } = await database.query<{ series: string; count: number; last: number }>(
      `select p.agency || p.kind as series, count(*)::int as count, max(s.last)::int as last
       from paper p join paper_series s using (agency, kind, year) group by 1`,
    );

    expect(refused).toHaveLength(12);
    expect(rows.length).toBeGreaterThan(1);
    for (const { count, last } of rows) expect(count).toBe(last);
  });

  it('are written as the place wants, from its next start on', async () => {
    const { applicationId: before } = await accepted();
    const { number: earlier } = await paperOf(before, 'acceptance-receipt');
    const old = await printed(earlier);
    await centre.stop();
    await centre.start({
      place: { paperNumbers: { '*': { 'acceptance-receipt': '{agency}收〔{year}〕{serial}号' } } },
    });
    const { applicationId } = await accepted();
    const { number } = await printed((await paperOf(applicationId, 'acceptance-receipt')).number);

    expect(number).toMatch(/收〔2026〕\d+号$/);
    expect((await printed(earlier)).number).toBe(old.number);
  });
});

describe('The register of papers', () => {
  it('verifies after all of this, and every row that was tampered with is named', async () => {
    const { applicationId } = await accepted();
    const { number: reference } = await paperOf(applicationId, 'acceptance-receipt');
    const { seal } = await printed(reference);
    const means = {
      file: (hash: string) => verifyStoredFile(centre.filesFolder, hash),
      publicKey: (keyId: string) =>
        keyId === seal?.keyId ? (JSON.parse(seal.publicKey ?? '{}') as JsonWebKey) : undefined,
    };
    const client = new pg.Client(centre.database.superuserUrl);
    await client.connect();
    const verified = async (tampering = 'select') => {
      await client.query('begin');
      await client.query(tampering);
      const found = await verifyPapers(client, means);
      await client.query('rollback');
      return found;
    };
    const sound = await verified();
    expect(sound?.faults).toEqual([]);
    expect(sound?.papers).toBeGreaterThan(20);
    expect(sound?.prints).toBeGreaterThan(5);
    const one = `where reference = '${reference}'`;
    const other = 'f'.repeat(64);
    for (const [tampering, kind] of [
      [`update paper set holder = '某人' ${one}`, 'altered-paper'],
      [`update paper set number = '收〔2026〕999号' ${one}`, 'altered-paper'],
      [`update paper set journal_id = journal_id + 1 ${one}`, 'unissued-paper'],
      [`update paper_print set hash = '${other}' ${one}`, 'lost-print'],
      [`update paper_print set sealed_at = '2026-01-01T00:00:00.000Z' ${one}`, 'broken-seal'],
      [`update paper_print set signature = null ${one}`, 'broken-seal'],
      [`update paper_print set key_id = 'another' ${one}`, 'unknown-seal'],
      [`delete from paper_print ${one}; delete from paper ${one}`, 'unregistered-paper'],
    ] as const) {
      const faults = (await verified(tampering))?.faults ?? [];
      expect(faults.map((fault) => [fault.kind, fault.paper])).toContainEqual([kind, reference]);
    }
    const series = await verified(`update paper_series set last = last + 1`);
    expect(series?.faults.map(({ kind }) => kind)).toContain('altered-series');
    const gap = await verified(
      `update paper set serial = serial + 1000, number = number || (serial + 1000) ${one}`,
    );
    expect(gap?.faults).toContainEqual(
      expect.objectContaining({ kind: 'missing-number', paper: reference }),
    );
    const altered = await verifyPapers(client, { ...means, file: async () => 'altered' });
    expect(new Set(altered?.faults.map(({ kind }) => kind))).toEqual(new Set(['altered-print']));
    expect(await verifyPapers(client, undefined)).toMatchObject({ unseen: true, faults: [] });
    await client.end();
  });
});
