import type {
  FindCaseReply,
  FindDecisionReply,
  ListDecisionsReply,
  ProtectDecisionReply,
} from '@onewindow/contracts';
import { until } from '@onewindow/tools';
import type { City } from '../a-city.js';
import { anAcceptedCase } from '../an-accepted-case.js';
import { unmetOf } from '../project/a-refusal.js';
import type { Visitor } from './a-browser.js';
import { CONDITION, MARK, type ProtectedDecision } from './a-protected-decision.js';
import { actBy, openForm } from './acting.js';
import { signIn, type Matters } from './page-visits.js';

/** The public finds and reads nothing of what is withheld, until the agency publishes it with a reason. */
export async function keptUntilItIsPublished(city: City, kept: ProtectedDecision): Promise<void> {
  const { public: anybody, owner, decisionOfficer } = city.cast;
  const { number, reference, secrets, track, caseNumber } = kept;
  const found = async (text: string) => {
    const path = `/api/decisions?limit=200&text=${encodeURIComponent(text)}`;
    const { decisions } = await anybody.get<ListDecisionsReply>(path);
    return decisions.map((each) => each.number);
  };
  const read = (by: string) =>
    anybody.getIfFound<FindDecisionReply>(`/api/decisions/${encodeURIComponent(by)}`);
  const tellsIn = (text: unknown) =>
    secrets.filter((secret) => JSON.stringify(text).includes(secret));
  const list = await anybody.get<ListDecisionsReply>('/api/decisions?limit=200');
  const listed = list.decisions.find((each) => each.number === number);
  const shown = await read(number);

  // With the item goes what would tell it.
  expect(listed?.withheld).toEqual([{ kind: MARK.kind, parts: [...MARK.parts, 'legal-basis'] }]);
  expect(shown?.decision).toEqual(listed);
  expect([tellsIn(listed), tellsIn(shown)]).toEqual([[], []]);
  expect(await read(reference)).toBeUndefined();
  for (const secret of [...secrets, reference])
    expect([secret, await found(secret)]).not.toEqual([secret, expect.arrayContaining([number])]);
  expect(await found(number)).toEqual([number]);

  const disclosed = [{ parts: MARK.parts, ground: 'consent', reason: '申请人已同意公开。' }];
  const lift = (reason: string) =>
    decisionOfficer.put<ProtectDecisionReply>(`${track}/decision/protection`, {
      protection: [],
      disclosed,
      reason,
    });
  expect(await unmetOf(lift(' '))).toEqual(['reason publication-change-gives-reason']);
  const { ruledAt } = await lift('产品已经上市，秘密不复存在。');
  const open = await until('it is public', async () => {
    const now = await read(number);
    return now?.decision.withheld === undefined ? now : undefined;
  });
  const [holder = ''] = secrets;

  expect(open).toMatchObject({
    decision: { holder, item: 'drainage-permit' },
    conditions: [CONDITION],
    changes: [{ changedAt: ruledAt, withheld: [] }],
  });
  expect(JSON.stringify(open)).not.toContain('不复存在');
  expect(await found(holder)).toContain(number);
  const { tracks } = await owner.get<FindCaseReply>(`/api/cases/${caseNumber}`);
  expect(tracks[0]?.publicationTold?.at(-1)).toEqual({ ruledAt, withheld: [], disclosed });
}

/** Whoever applied marks a part on the page of the matter, with the keys alone, and takes it off again. */
export async function markedAndTakenOff(
  city: City,
  visitor: Visitor,
  matters: Matters,
): Promise<void> {
  const { page } = visitor;
  const { caseNumber } = await anAcceptedCase(city);
  await signIn(visitor, matters, 'lin.yue');
  const row = page.locator('table tbody tr').filter({ hasText: caseNumber });
  await row.locator('th a').focus();
  await page.keyboard.press('Enter');
  const section = page.locator('section[aria-labelledby=confidential]');
  await actBy(
    visitor,
    '声明不宜公开的内容',
    { ticks: ['商业秘密', '附带的条件'], texts: { 'marks.0.reason': '写明了配方。' } },
    section,
  );
  await section.locator('.marks').getByText('写明了配方。').waitFor();
  expect([await visitor.accessibilityFaults(), await visitor.overflow()]).toEqual([[], 0]);

  const form = await openForm(visitor, '声明不宜公开的内容', section);
  expect(await form.locator('textarea').inputValue()).toBe('写明了配方。');
  await form.getByRole('button', { name: '不宜公开的内容 1' }).click();
  await form.locator('button.action').click();
  await section.getByText('没有声明不宜公开的内容。').waitFor();
  expect(visitor.complaints).toEqual([]);
}
