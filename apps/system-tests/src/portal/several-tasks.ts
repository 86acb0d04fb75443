import { anAcceptedCase } from '../an-accepted-case.js';
import type { City } from '../a-city.js';
import type { Visitor } from './a-browser.js';
import { signIn, type Matters } from './page-visits.js';

const ITEM = 'drainage-permit';

/** Several cases of which nobody has the review yet. */
async function inThePool(city: City, count: number): Promise<readonly string[]> {
  const { head } = city.cast;
  const numbers: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const { caseNumber } = await anAcceptedCase(city, ITEM);
    await head.post(`/api/cases/${caseNumber}/tracks/${ITEM}/stages/review/release`, {
      reason: '重新分配',
    });
    numbers.push(caseNumber);
  }
  return numbers;
}

/** Chooses these rows with the keys alone. */
async function choose({ page }: Visitor, numbers: readonly string[]): Promise<void> {
  for (const number of numbers) {
    await page.getByRole('checkbox', { name: `选择 ${number}` }).focus();
    await page.keyboard.press('Space');
  }
}

async function press({ page }: Visitor, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).focus();
  await page.keyboard.press('Enter');
}

interface Done {
  /** With which each try to claim was sent. */
  readonly keys: readonly string[];
  /** What stands where the focus is, at the end. */
  readonly outcome: string;
  readonly refusal: string;
  readonly faults: readonly string[];
}

/** Claims several tasks of the pool, of which the first answer is lost, then reviews them, one of which somebody did meanwhile. */
export async function claimAndReviewSeveral(
  city: City,
  visitor: Visitor,
  matters: Matters,
): Promise<Done> {
  const { page } = visitor;
  const numbers = await inThePool(city, 3);
  const keys: string[] = [];
  await page.route('**/api/tasks/claims', async (route) => {
    keys.push(route.request().headers()['idempotency-key'] ?? '');
    if (keys.length > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });

  await signIn(visitor, matters, 'qian.wei');
  await page.getByRole('link', { name: '待领取' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: numbers[0] ?? '' }).waitFor();
  await choose(visitor, numbers);
  await press(visitor, '批量领取（3）');
  await page.getByRole('heading', { name: '将领取 3 件任务' }).waitFor();
  await press(visitor, '确认领取 3 件');
  await page.getByRole('heading', { name: '3 件都办成了' }).waitFor();

  await page.getByRole('link', { name: '我的任务' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: numbers[0] ?? '' }).waitFor();
  await choose(visitor, numbers);
  await press(visitor, '批量办结（3）');
  await press(visitor, '确认办结 3 件');
  await page.locator('.mistake').waitFor();
  await page.getByLabel('理由').fill('材料齐全，符合法定形式。');
  await city.cast.approver.post(`/api/cases/${numbers[0] ?? ''}/tracks/${ITEM}/opinion`, {
    recommendation: 'refuse',
    grounds: ['排放口不符合规划。'],
  });
  await press(visitor, '确认办结 3 件');
  await page.locator('.batch-refused').waitFor();
  return {
    keys,
    outcome: await visitor.focused(),
    refusal: (await page.locator('.batch-refused').textContent()) ?? '',
    faults: await visitor.accessibilityFaults(),
  };
}
