import { aPdf } from '@onewindow/tools';
import { legalDateAt, instantOf } from '@onewindow/kernel';
import type { City } from '../a-city.js';
import { anAcceptedCase } from '../an-accepted-case.js';
import type { Looking, Visitor } from './a-browser.js';
import { actBy } from './acting.js';
import { onWhichOthersHaveASay } from './others-have-a-say.js';
import { signIn, type Matters } from './page-visits.js';

export interface DeskStage {
  readonly city: City;
  readonly matters: Matters;
  /** With a plan, and a process with a condition and a way back. */
  readonly caseNumber: string;
  readonly visitorWith: (looking?: Looking) => Promise<Visitor>;
}

/** Longest words on the narrowest page. */
const IN_ENGLISH: Looking = { language: 'en', appearance: 'large', width: 375 };

/** What people do at the desk from beginning to end, each in a browser of their own; in this order. */
export const DESK_JOURNEYS: readonly {
  readonly name: string;
  readonly go: (stage: DeskStage) => Promise<void>;
}[] = [
  {
    name: 'a department records its node, a fact is established, and a return says why',
    go: returnedAndGranted,
  },
  {
    name: 'a paper of the decision is corrected, and the first one stays beside it',
    go: corrected,
  },
  {
    name: 'a clock stands still for a procedure and moves with it, and an extension says why',
    go: stoppedAndExtended,
  },
  { name: 'a party is told and heard, and whoever applied withdraws', go: heardAndWithdrawn },
  { name: 'a head records leave and hands all the work over', go: handedOver },
];

async function returnedAndGranted(stage: DeskStage): Promise<void> {
  const { caseNumber } = stage;
  const fire = await atDesk(stage, 'zheng.gang', caseNumber, IN_ENGLISH);
  await actBy(fire, 'Record the result', {
    ticks: ['Done'],
    texts: { evidence: '海消检〔2026〕1号' },
  });
  await fire.page.getByText('海消检〔2026〕1号').waitFor();
  expect(await fire.page.locator('.act').count()).toBe(0);
  const reviewer = await atDesk(stage, 'qian.wei', caseNumber);
  const drains = reviewer.page.locator('.track').filter({ hasText: '污水' });
  const opinion = { ticks: ['建议准予'], texts: { grounds: '材料齐全。' } };
  await actBy(reviewer, '提出审查意见', opinion, drains);
  await reviewer.page.getByText('审查意见：建议准予许可').waitFor();
  await actBy(reviewer, '登记事实', { texts: { 'answers.siteArea': '900', evidence: '图' } });
  await reviewer.page.getByText('不需要').first().waitFor();

  const decider = await atDesk(stage, 'sun.li', caseNumber);
  await actBy(decider, '退回环节 决定', { ticks: ['审查'], texts: { reason: '补充口径。' } });
  await reviewer.open(`/cases/${caseNumber}`);
  await reviewer.page.getByText('孙莉从“决定”退回，理由：补充口径。').waitFor();
  await actBy(reviewer, '提出审查意见', opinion, drains);
  await actBy(reviewer, '拟定决定文稿', { ticks: ['准予许可'] });
  await decider.open(`/cases/${caseNumber}`);
  await actBy(decider, '审核决定文稿', { ticks: ['同意'] });
  await actBy(decider, '准予许可');
  await decider.page.locator('.outcome-granted').waitFor();
  await expectNoFaults(fire, reviewer, decider);
}

async function corrected(stage: DeskStage): Promise<void> {
  const { caseNumber } = stage;
  const decider = await atDesk(stage, 'sun.li', caseNumber, IN_ENGLISH);
  const decision = decider.page.locator('tr').filter({ hasText: '决定书' });
  await decision.first().waitFor();
  const below = decision.first().locator('xpath=following-sibling::tr[1]');
  await actBy(
    decider,
    'Correct a clerical error',
    {
      ticks: ['Name of the premises'],
      texts: {
        reason: '漏字',
        'changes.0.before': '临江小馆',
        'changes.0.after': '临江小馆总店',
      },
    },
    below,
  );
  await decision.filter({ hasText: 'Corrects' }).waitFor();

  expect(await decision.count()).toBe(2);
  await expectNoFaults(decider);
}

async function stoppedAndExtended(stage: DeskStage): Promise<void> {
  const { caseNumber } = await anAcceptedCase(stage.city);
  const reviewer = await atDesk(stage, 'qian.wei', caseNumber);
  const { page } = reviewer;
  const due = () => page.locator('.due').filter({ hasText: '法定' }).locator('strong').innerText();
  const before = await due();
  await actBy(reviewer, '启动特别程序', {
    ticks: ['检测'],
    texts: { reason: '须检测水质', expectedWorkingDays: '5', carriedOutBy: '市检测中心' },
  });
  await page.getByText('停止计时').first().waitFor();
  expect(await due()).not.toBe(before);
  await page.locator('button.act').filter({ hasText: '结束特别程序' }).click();
  const report = {
    name: '报告.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(aPdf('ok')),
  };
  await page.locator('.act-form input[type=file]').setInputFiles(report);
  await page.getByText('已上传：报告.pdf').waitFor();
  await page.getByLabel('合格', { exact: true }).check();
  await page.locator('[data-path=conclusion]').fill('水质达标。');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('停止计时').first().waitFor({ state: 'detached' });
  expect(await due()).toBe(before);

  const head = await atDesk(stage, 'wei.dong', caseNumber, IN_ENGLISH);
  await head.page.getByRole('button', { name: 'Record of service' }).first().waitFor();
  await actBy(head, 'Put on the green lane', { texts: { reason: '重点项目' } });
  await actBy(head, 'Extend the term', { texts: { days: '10', reason: '案情复杂' } });
  await head.page.getByText('案情复杂').waitFor();
  await expectNoFaults(reviewer, head);
}

async function heardAndWithdrawn(stage: DeskStage): Promise<void> {
  const { caseNumber } = await anAcceptedCase(stage.city);
  await onWhichOthersHaveASay(stage.city, { applicationId: '', caseNumber });
  const reviewer = await atDesk(stage, 'qian.wei', caseNumber);
  await reviewer.page.locator('summary').filter({ hasText: '利害关系人' }).click();
  await actBy(reviewer, '登记书面告知', {
    ticks: ['邮寄'],
    texts: { receivedBy: '何某', servedOn: await today(stage.city) },
  });
  await actBy(reviewer, '登记陈述申辩', {
    ticks: ['陈述申辩'],
    texts: { text: '请加装除臭设施。' },
  });
  await reviewer.page.getByText('请加装除臭设施。').waitFor();
  await expectNoFaults(reviewer);

  const owner = await atDesk(stage, 'lin.yue', caseNumber, IN_ENGLISH);
  await actBy(owner, 'Withdraw', { texts: { reason: '不再开业' } });
  await owner.page.locator('.state-withdrawn').waitFor();
  expect(await owner.page.locator('.lamp, .act').count()).toBe(0);
  await expectNoFaults(owner);
}

async function handedOver(stage: DeskStage): Promise<void> {
  const head = await stage.visitorWith(IN_ENGLISH);
  await signIn(head, stage.matters, 'wei.dong');
  await head.page.getByRole('link', { name: 'Officers' }).click();
  const officer = head.page.locator('.requests > li').filter({ hasText: 'qian.wei' });
  const day = await today(stage.city);
  const leave = { texts: { from: day, until: '2026-12-31', reason: '年休假' } };
  await actBy(head, 'Record leave', leave, officer);
  await officer.filter({ hasText: 'on leave' }).waitFor();
  await actBy(head, 'Hand all work over', { texts: { reason: '年休假' } }, officer);

  await expectNoFaults(head);
}

/** At the desk of a case, signed in. */
async function atDesk(
  { visitorWith, matters }: DeskStage,
  account: string,
  caseNumber: string,
  looking?: Looking,
): Promise<Visitor> {
  const visitor = await visitorWith(looking);
  await signIn(visitor, matters, account);
  await visitor.page.waitForURL((url) => url.pathname !== '/sign-in');
  await visitor.open(`/cases/${caseNumber}`);
  return visitor;
}

async function expectNoFaults(...visitors: readonly Visitor[]): Promise<void> {
  for (const visitor of visitors) {
    expect([await visitor.accessibilityFaults(), await visitor.overflow()]).toEqual([[], 0]);
    expect(visitor.complaints).toEqual([]);
  }
}

/** The day on the clock of the city. */
async function today({ cast }: City): Promise<string> {
  const [keeper] = cast.operations.keepers;
  if (keeper === undefined) throw new TypeError('nobody keeps a clock');
  return legalDateAt(instantOf((await cast.operations.clock(keeper)).now));
}
