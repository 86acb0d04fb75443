import type { FindApplicationReply } from '@onewindow/contracts';
import { aDrawFile, asUpload } from './a-draw-file.js';
import type { Visitor } from './a-browser.js';
import type { PaperInHand } from './a-paper.js';
import type { ProtectedDecision } from './a-protected-decision.js';
import { LIMITED_ITEM } from './a-limited-item.js';

/** What the pages are about in one run. */
export interface Matters {
  /** An application that is through, with licences, a refusal and everything in between. */
  readonly finished: FindApplicationReply;
  /** A project of the market that was drawn, with its report delivered. */
  readonly projectNumber: string;
  /** A case that nobody has reviewed yet; on it departments were asked, and a party was named. */
  readonly openCase: string;
  readonly paper: PaperInHand;
  readonly kept: ProtectedDecision;
  readonly passwords: ReadonlyMap<string, string>;
}

export interface PageVisit {
  readonly name: string;
  /** The visitor does something there, and what comes of it takes its place. */
  readonly acts?: boolean;
  go(visitor: Visitor, matters: Matters): Promise<void>;
}

const licenceOf = ({ results }: FindApplicationReply) =>
  results.map(({ licence }) => licence).find((licence) => licence !== undefined);

/** Every page once, with something on it. */
export const PAGE_VISITS: readonly PageVisit[] = [
  { name: 'home', go: (visitor) => visitor.open('/') },
  { name: 'a search', go: (visitor) => visitor.open('/search?text=%E9%A3%9F%E5%93%81') },
  {
    name: 'a search that finds nothing',
    go: (visitor) => visitor.open('/search?text=%E6%8D%95%E9%B1%BC&theme=fishing'),
  },
  { name: 'the guide of an item', go: (visitor) => visitor.open('/items/food-business-permit') },
  {
    name: 'the guide of another day',
    go: (visitor) => visitor.open('/items/food-business-permit?on=2026-04-20'),
  },
  { name: 'the processes of the city', go: (visitor) => visitor.open('/processes') },
  {
    name: 'the process of an item',
    go: async (visitor) => {
      await visitor.open('/processes/public-place-hygiene-permit');
      await visitor.page.locator('.process-parts').waitFor();
    },
  },
  { name: 'a bundle', go: (visitor) => visitor.open('/bundles/restaurant') },
  {
    name: 'a question that leads',
    acts: true,
    go: async (visitor) => {
      await visitor.open('/guidance/food-business-permit?s.sells=meals');
      await visitor.page.getByRole('button', { name: '下一题' }).click();
      await visitor.page.locator('.mistake').waitFor();
    },
  },
  {
    name: 'where questions have led to',
    acts: true,
    go: async (visitor) => {
      await visitor.open('/guidance/food-business-permit?s.sells=meals&s.licence=yes');
      await visitor.page.locator('.verdict-valid').waitFor();
    },
  },
  { name: 'an address that is no page', go: (visitor) => visitor.open('/no/such/page') },
  {
    name: 'an item that does not exist',
    go: async (visitor) => {
      await visitor.open('/items/never-published');
      await visitor.page.getByRole('alert').waitFor();
    },
  },
  { name: 'the question for progress', go: (visitor) => visitor.open('/progress') },
  { name: 'progress', acts: true, go: showProgress },
  {
    name: 'a licence that is verified',
    go: async (visitor, { finished }) => {
      const { number = '', verificationCode = '' } = licenceOf(finished) ?? {};
      await visitor.open(`/verify#number=${number}&code=${verificationCode}`);
      await visitor.page.locator('.verdict-valid').waitFor();
    },
  },
  {
    name: 'a paper that is verified',
    go: async (visitor, { paper: { number, code } }) => {
      await visitor.open(`/verification/papers/${encodeURIComponent(number)}?code=${code}`);
      await visitor.page.locator('.verdict-valid').waitFor();
    },
  },
  {
    name: 'the published decisions',
    go: async (visitor) => {
      await visitor.open('/decisions');
      await visitor.page.locator('table tbody tr').first().waitFor();
    },
  },
  {
    name: 'a published decision of which something is withheld',
    go: async (visitor, { kept: { number } }) => {
      await visitor.open(`/decisions/${encodeURIComponent(number)}`);
      await visitor.page.getByText('依法不予公开的内容').waitFor();
    },
  },
  {
    name: 'a draw that holds',
    acts: true,
    go: (visitor) => showDraw(visitor),
  },
  { name: 'the draw of a project', go: showProject },
  { name: 'the sign-in', go: (visitor) => visitor.open('/sign-in') },
  {
    name: 'one’s own applications',
    acts: true,
    go: async (visitor, matters) => {
      await signIn(visitor, matters, 'lin.yue');
      await visitor.page.locator('table tbody tr').first().waitFor();
    },
  },
  {
    name: 'what is confidential in one’s own matter, with a form open',
    acts: true,
    go: async (visitor, matters) => {
      await signIn(visitor, matters, 'lin.yue');
      await visitor.page.getByRole('link', { name: matters.finished.applicationNumber }).click();
      await visitor.page.getByRole('button', { name: '声明不宜公开的内容' }).click();
      await visitor.page.getByRole('button', { name: '提交' }).click();
      await visitor.page.locator('.act-form .mistake').first().waitFor();
    },
  },
  {
    name: 'the quotas of the city',
    go: async (visitor, matters) => {
      await visitor.hasSignedIn('han.xue', passwordOf(matters, 'han.xue'));
      await visitor.open('/quotas');
      await visitor.page.locator('table tbody tr').first().waitFor();
    },
  },
  {
    name: 'the quota of an item, with its order',
    go: async (visitor, matters) => {
      await visitor.hasSignedIn('han.xue', passwordOf(matters, 'han.xue'));
      await visitor.open(`/quotas/${LIMITED_ITEM}`);
      await visitor.page.locator('section[aria-labelledby=order] tbody tr').nth(1).waitFor();
    },
  },
  {
    name: 'the officers of an agency',
    go: async (visitor, matters) => {
      await visitor.hasSignedIn('wei.dong', passwordOf(matters, 'wei.dong'));
      await visitor.open('/team');
      await visitor.page.locator('.requests > li').first().waitFor();
    },
  },
  {
    name: 'the work of an officer',
    acts: true,
    go: async (visitor, matters) => {
      await signIn(visitor, matters, 'qian.wei');
      await visitor.page.getByRole('link', { name: '全部办件' }).click();
      await visitor.page.locator('table tbody tr').first().waitFor();
    },
  },
  {
    name: 'a process that an administrator changes',
    acts: true,
    go: async (visitor, matters) => {
      await signIn(visitor, matters, 'han.xue');
      await visitor.page.getByRole('link', { name: '公共场所卫生许可' }).click();
      await visitor.page.getByRole('button', { name: '修改流程' }).click();
      await visitor.page.getByRole('button', { name: '提交' }).waitFor();
    },
  },
  {
    name: 'a case on the desk, with a form open',
    acts: true,
    go: async (visitor, matters) => {
      await signIn(visitor, matters, 'qian.wei');
      await visitor.page.getByRole('link', { name: '全部办件' }).click();
      await visitor.page.getByRole('link', { name: matters.openCase }).click();
      await visitor.page.locator('summary').filter({ hasText: '各部门的答复' }).click();
      await visitor.page.locator('summary').filter({ hasText: '利害关系人' }).click();
      await visitor.page.getByRole('button', { name: '登记书面告知' }).waitFor();
      await visitor.page.locator('.position-disagree').waitFor();
      await visitor.page.getByRole('button', { name: '下载 PDF' }).first().waitFor();
      await visitor.page.locator('button.act').filter({ hasText: '特别程序' }).click();
      await visitor.page.getByRole('button', { name: '提交' }).click();
      await visitor.page.locator('.mistake').first().waitFor();
    },
  },
];

const passwordOf = ({ passwords }: Matters, account: string): string =>
  passwords.get(account) ?? '';

export async function signIn(visitor: Visitor, matters: Matters, account: string): Promise<void> {
  const { page } = visitor;
  await visitor.open('/sign-in');
  await page.locator('main input').nth(0).fill(account);
  await page.locator('main input').nth(1).fill(passwordOf(matters, account));
  await page.locator('main form button.action').click();
}

/** Follows the finished matter by its number and code, with one date explained. */
export async function showProgress(visitor: Visitor, { finished }: Matters): Promise<void> {
  const { page } = visitor;
  await visitor.open('/progress');
  await page
    .locator('main input')
    .nth(0)
    .fill(finished.caseNumber ?? '');
  await page
    .locator('main input')
    .nth(1)
    .fill(finished.queryCode ?? '');
  await page.locator('main form button.action').click();
  await page.locator('.track').first().waitFor();
  await page.locator('.track summary').first().click();
  await page.locator('.why-end').first().waitFor();
}

export async function showProject(visitor: Visitor, { projectNumber }: Matters): Promise<void> {
  await visitor.open(`/projects/${projectNumber}/draw`);
  await visitor.page.locator('.verdict').waitFor();
}

export async function showDraw(visitor: Visitor, document: object = aDrawFile()): Promise<void> {
  await visitor.open('/draws');
  await visitor.page.locator('input[type=file]').setInputFiles(asUpload(document));
  await visitor.page.locator('.verdict').waitFor();
}
