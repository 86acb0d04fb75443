import { randomUUID } from 'node:crypto';
import {
  ApplicationAcceptedV1,
  ConfidentialityMarkedV1,
  CorrectPaperV1,
  DecisionProtectedV1,
  FindDecisionV1,
  ListApplicationsV1,
  ListDecisionsV1,
  MarkConfidentialV1,
  WithdrawApplicationV1,
  type PayloadOf,
  type RequestOf,
} from '@onewindow/contracts';
import { addMilliseconds, instantOf, Refusal, type Person } from '@onewindow/kernel';
import { encodeCursor } from '@onewindow/service';
import { eventually } from '@onewindow/testing';
import { Centre } from './a-centre.js';
import { atWindow, grantOf, WITHIN } from './at-window.js';
import { elsewhere, people } from './people.js';
import { anItem, RECEIVED } from './situations.js';

const { owner, colleague, otherEnterprise, withoutEnterprise, clerk, auditor } = people;

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open(RECEIVED);
  await publish();
});

afterAll(() => centre.close());

const { accept, accepted, decide, filing, find, publish, submit } = atWindow(() => centre);

const list = (
  person: Person,
  request: Partial<RequestOf<typeof ListApplicationsV1>> = {},
): Promise<{ ids: string[]; total: number; nextCursor?: string }> =>
  centre.ask(ListApplicationsV1, person, request).then(({ applications, ...rest }) => ({
    ids: applications.map(({ applicationId }) => applicationId),
    ...rest,
  }));

let clockAt = RECEIVED;

/** Files one after another, a minute apart: the last is the newest. */
async function fileAll(count: number, of: (index: number) => Promise<string>): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    clockAt = addMilliseconds(clockAt, 60_000);
    await centre.moveClockTo(clockAt);
    ids.push(await of(index));
  }
  return ids;
}

describe('Who sees which applications', () => {
  let own: string;
  let foreign: string;

  beforeAll(async () => {
    own = await submit();
    foreign = await submit({}, { ...otherEnterprise, organisationName: '别家餐饮有限公司' });
  });

  it('is the enterprise, the window and the auditor of the city; lists and counts agree', async () => {
    expect(await list(owner)).toEqual({ ids: [own], total: 1 });
    expect(await list(colleague)).toEqual({ ids: [own], total: 1 });
    expect(await list(otherEnterprise)).toEqual({ ids: [foreign], total: 1 });
    expect(await list(withoutEnterprise)).toEqual({ ids: [], total: 0 });
    for (const person of [clerk, auditor]) {
      expect((await list(person)).ids.toSorted()).toEqual([own, foreign].toSorted());
      expect(await list(elsewhere(person))).toEqual({ ids: [], total: 0 });
    }
    expect(await list(elsewhere(owner))).toEqual({ ids: [own], total: 1 });
  });

  it('is for a clerk who applies, too, both, whatever the city of the desk', async () => {
    const both: Person = { ...owner, region: '370100', roles: ['applicant', 'window-clerk'] };

    expect(await list(both)).toEqual({ ids: [own], total: 1 });
  });

  it('is the deciding agency from the acceptance on, and never an agency that has no part', async () => {
    const { approver, fireApprover } = people;
    await expect(find(own, approver)).rejects.toMatchObject({ code: 'not-found' });
    await accept(own);

    expect(await find(own, approver)).toMatchObject({ applicationId: own, actions: [] });
    for (const person of [fireApprover, elsewhere(approver), otherEnterprise, elsewhere(clerk)]) {
      await expect(find(own, person)).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(list(approver)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('sees the contact masked where it only watches', async () => {
    expect((await find(own, clerk)).contact).toEqual({ name: '林悦', phone: '13900000001' });
    expect((await find(own, auditor)).contact).toEqual({ name: '林*', phone: '139****0001' });
  });
});

describe('The list of applications', () => {
  it('is searched by a part of the name or of a number, taken literally', async () => {
    const [id] = await fileAll(1, async () => {
      const { applicant } = await filing();
      return submit({ applicant: { ...applicant, name: '百分之100%_好\\味餐饮' } });
    });
    const { applicationNumber } = await find(id!);
    const { caseNumber } = await accept(id!);
    const search = async (text: string) => (await list(clerk, { text })).ids;

    expect(await search('之100%_好')).toEqual([id]);
    expect(await search('好\\味')).toEqual([id]);
    expect(await search(applicationNumber.slice(-6))).toContain(id);
    expect(await search(caseNumber)).toEqual([id]);
    expect(await search(applicationNumber.toLowerCase())).toEqual([id]);
    for (const nothing of [
      '百%餐饮',
      '百_之',
      "'; drop table application; --",
      '{","}',
      '餐饮%_',
    ]) {
      expect(await search(nothing)).toEqual([]);
    }
    expect(await search('%')).toEqual([id]);
    expect(await search('_')).toEqual([id]);
    expect(await list(otherEnterprise, { text: '百分之' })).toEqual({ ids: [], total: 0 });
  });

  it('is narrowed down to a status', async () => {
    const [id] = await fileAll(1, () => submit());
    const before = await list(clerk, { status: 'submitted', limit: 200 });
    expect(before.ids[0]).toBe(id);
    expect(before.total).toBe(before.ids.length);

    await centre.ask(WithdrawApplicationV1, owner, { applicationId: id!, reason: '不办' });
    expect((await list(clerk, { status: 'submitted' })).total).toBe(before.total - 1);
    expect((await list(clerk, { status: 'withdrawn' })).ids).toEqual([id]);
  });

  it('is paged newest first without a hole and without a repetition, whatever is filed meanwhile', async () => {
    const filed = await fileAll(7, () => submit());
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await list(owner, { limit: 3, ...(cursor !== undefined && { cursor }) });
      pages.push(page.ids);
      cursor = page.nextCursor;
      await fileAll(1, () => submit());
    } while (cursor !== undefined);
    const seen = pages.flat();

    expect(pages[0]).toEqual(filed.slice(-3).toReversed());
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => filed.includes(id))).toEqual(filed.toReversed());
  });

  it('is paged so even when many came in at the same moment', async () => {
    const together = await Promise.all(Array.from({ length: 5 }, () => submit()));
    const first = await list(owner, { limit: 2 });
    const second = await list(owner, { limit: 2, cursor: first.nextCursor });
    const seen = [...first.ids, ...second.ids];

    expect(new Set(seen).size).toBe(4);
    expect(together).toEqual(expect.arrayContaining(seen));
  });

  it.each([
    ['no base64', '***'],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['not a pair', Buffer.from('["x"]').toString('base64url')],
    ['of another shape', Buffer.from('{"0":"a"}').toString('base64url')],
    ['with text that cannot be stored', encodeCursor('\0', '\0')],
  ])('is refused a cursor that it did not give: %s', async (_, cursor) => {
    await expect(list(clerk, { cursor })).rejects.toMatchObject({
      kind: 'malformed',
      unmet: [{ path: 'cursor' }],
    });
  });
});

const DECIDED = instantOf('2026-05-14T10:00:00+08:00');
const decider: Person = {
  ...clerk,
  id: 'zheng.yi',
  roles: ['decision-officer'],
  department: anItem().decidingAgency,
};

type Protected = PayloadOf<typeof DecisionProtectedV1>['protection'];

interface Filed {
  readonly applicationId: string;
  readonly caseNumber: string;
}

describe('What is withheld from a published decision', () => {
  const HOLDER = people.owner.organisationName!;
  const CONDITION = '不得超过配方所列的用量';
  const asAnybody = async (request: RequestOf<typeof ListDecisionsV1>) =>
    (await centre.ask(ListDecisionsV1, undefined, request)).decisions.map(({ number }) => number);
  const published = (number: string) => centre.ask(FindDecisionV1, undefined, { number });
  const rule = (of: Filed, protection: Protected, ruledAt: string) =>
    centre.bureau.say(DecisionProtectedV1, of.caseNumber, {
      applicationId: of.applicationId,
      caseNumber: of.caseNumber,
      item: anItem().code,
      decision: `决-${of.caseNumber}`,
      ruledAt: instantOf(ruledAt),
      protection,
    });

  /** Decided with what is withheld; as the public finds it, and under its own reference. */
  const decidedWith = async (protection: Protected) => {
    const of = await accepted();
    const told = grantOf(of.applicationId, of.caseNumber, DECIDED);
    await decide(of, DECIDED, {
      protection,
      decision: { ...told.decision, conditions: [CONDITION], legalBasis: ['排水条例 21'] },
    });
    const { papers } = await find(of.applicationId);
    const number = papers.find(({ kind }) => kind === 'decision')?.officialNumber ?? '';
    return { of, number, reference: `决-${of.caseNumber}` };
  };

  const correctNumberOfHouse = (number: string) =>
    centre.ask(
      CorrectPaperV1,
      decider,
      {
        number,
        reason: '门牌号有误',
        changes: [{ field: 'premises-address', before: '临江路18号', after: '临江路81号' }],
      },
      randomUUID(),
    );

  it('is shown by nothing and found by nothing, and the rest is public', async () => {
    const open = await decidedWith([]);
    const { number, reference, of } = await decidedWith([
      { kind: 'trade-secret', parts: ['holder', 'item', 'conditions'], reason: '投产意图' },
    ]);
    const found = await published(number);
    const { decisions } = await centre.ask(ListDecisionsV1, undefined, {});
    const listed = decisions.find((each) => each.number === number);
    const searches = await Promise.all([
      asAnybody({ text: HOLDER }),
      asAnybody({ text: anItem().name }),
      asAnybody({ text: '投产' }),
      asAnybody({ text: of.caseNumber }),
      asAnybody({ item: anItem().code }),
    ]);

    expect(found.decision).toEqual(listed);
    expect(JSON.stringify(found)).not.toMatch(
      new RegExp(
        [HOLDER, anItem().name, anItem().code, CONDITION, of.caseNumber, '投产'].join('|'),
      ),
    );
    expect([found.legalBasis, found.conditions]).toEqual([[], []]);
    for (const numbers of searches) expect(numbers).not.toContain(number);
    for (const found of [searches[0], searches[1], searches[4]])
      expect(found).toContain(open.number);
    expect(await asAnybody({ text: number })).toEqual([number]);
    await expect(published(reference)).rejects.toMatchObject({ code: 'decision-not-published' });
  });

  it('is no decision at all, to the public, where it is a state secret', async () => {
    const { number, reference } = await decidedWith([
      { kind: 'state-secret', parts: [], reason: '定密', classifiedBy: '海密〔2026〕3号' },
    ]);
    const whole = await centre.ask(ListDecisionsV1, undefined, { limit: 200 });
    const unknown = await refusalFor('no such number');

    expect(JSON.stringify(whole)).not.toContain(number);
    expect(whole).not.toHaveProperty('stateSecrets');
    expect(await asAnybody({ text: number })).toEqual([]);
    expect(await Promise.all([refusalFor(number), refusalFor(reference)])).toEqual([
      unknown,
      unknown,
    ]);
  });

  it('is counted where the place has its state secrets counted, with the whole list and with no search', async () => {
    const secret: Protected = [
      { kind: 'state-secret', parts: [], reason: '定密', classifiedBy: '海密〔2026〕3号' },
    ];
    const ask = (request: RequestOf<typeof ListDecisionsV1>) =>
      centre.ask(ListDecisionsV1, undefined, request);
    const counted = async () => (await ask({})).stateSecrets ?? 0;
    await Promise.all([decidedWith([]), decidedWith([])]);
    const { of, number, reference } = await decidedWith(secret);
    await centre.stop();
    await centre.start({ place: { stateSecretDecisions: 'counted' } });
    const before = await counted();
    const { nextCursor: cursor = '', ...first } = await ask({ limit: 1 });
    const narrowed = await Promise.all(
      [{ text: number }, { item: anItem().code }, { from: '2026-01-01' }, { cursor }].map(ask),
    );

    expect(first).toMatchObject({ stateSecrets: before });
    for (const each of narrowed) expect(each).not.toHaveProperty('stateSecrets');
    expect(JSON.stringify(await ask({ limit: 200 }))).not.toContain(number);

    await correctNumberOfHouse(reference);
    expect(await counted()).toBe(before);
    await decidedWith(secret);
    expect(await counted()).toBe(before + 1);
    await rule(of, [], '2026-06-01T10:00:00+08:00');
    await eventually(async () => expect(await counted()).toBe(before), WITHIN);
    expect((await published(number)).decision.holder).toBe(HOLDER);
  });

  it('goes with the paper that corrects it, and changes by a ruling that the public is told of', async () => {
    const { of, number, reference } = await decidedWith([
      { kind: 'trade-secret', parts: ['conditions'], reason: '配方' },
    ]);
    const { reference: corrected } = await correctNumberOfHouse(reference);
    expect((await published(corrected)).conditions).toEqual([]);
    expect(await published(number)).toMatchObject({ legalBasis: ['排水条例 21'], changes: [] });

    await rule(of, [], '2026-06-01T10:00:00+08:00');
    await eventually(async () => {
      expect(await published(corrected)).toMatchObject({
        conditions: [CONDITION],
        changes: [{ changedAt: instantOf('2026-06-01T10:00:00+08:00'), withheld: [] }],
      });
    }, WITHIN);
    await rule(
      of,
      [{ kind: 'personal-privacy', parts: ['holder'], reason: '遗漏' }],
      '2026-06-02T10:00:00+08:00',
    );
    await eventually(async () => {
      expect((await published(number)).decision).toMatchObject({
        holder: '（依法不予公开）',
        withheld: [{ kind: 'personal-privacy', parts: ['holder'] }],
      });
    }, WITHIN);
    expect((await asAnybody({ text: HOLDER })).includes(number)).toBe(false);
  });

  it('is marked by the applicant, with the filing and later, and the bureau is told', async () => {
    const mark = { kind: 'trade-secret', parts: ['conditions'], reason: '配方' } as const;
    const of = await accepted({ confidential: [{ ...mark, parts: [...mark.parts] }] });
    const { applicationId } = of;
    const marks = [{ ...mark, parts: ['holder' as const] }];
    await centre.ask(MarkConfidentialV1, owner, { applicationId, marks }, randomUUID());
    await eventually(async () => {
      expect(await centre.bureau.heardOf(ApplicationAcceptedV1, applicationId)).toMatchObject([
        { confidential: [mark] },
      ]);
      expect(await centre.bureau.heardOf(ConfidentialityMarkedV1, applicationId)).toMatchObject([
        { caseNumber: of.caseNumber, marks },
      ]);
    }, WITHIN);

    expect(await find(applicationId, owner)).toMatchObject({ confidential: marks });
    await expect(
      centre.ask(MarkConfidentialV1, otherEnterprise, { applicationId, marks }, randomUUID()),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  const refusalFor = (number: string) =>
    published(number).then(
      () => 'published',
      (error: unknown) => (error instanceof Refusal ? [error.code, error.unmet] : String(error)),
    );
});
