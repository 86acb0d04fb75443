import type { FindProjectReply, ListProjectsReply } from '@onewindow/contracts';
import type { DrawFile } from '@onewindow/draw';
import { DEMONSTRATION_PROCESSES, DEMONSTRATION_TREES, openBrowser } from '@onewindow/tools';
import type { Browser } from 'playwright-core';
import { aCity, playStoryInTime, type City } from '../a-city.js';
import { anAcceptedCase } from '../an-accepted-case.js';
import { ON_A_PHONE, Visitor, type Looking } from './a-browser.js';
import { aCaseWithAPlan, PlaceOfTheJourneys, publishShop } from './a-case-with-a-plan.js';
import { aDrawFile } from './a-draw-file.js';
import { publishLimitedItem, queueForLimitedItem } from './a-limited-item.js';
import { aPaperInHand } from './a-paper.js';
import { aProtectedDecision } from './a-protected-decision.js';
import { anApplication } from './an-application.js';
import { onWhichOthersHaveASay } from './others-have-a-say.js';
import { DESK_JOURNEYS } from './desk-journeys.js';
import { PAGE_VISITS, showDraw, showProject, signIn, type Matters } from './page-visits.js';
import { keptUntilItIsPublished, markedAndTakenOff } from './secrets-of-applicants.js';
import { claimAndReviewSeveral } from './several-tasks.js';
import { TAMPERINGS } from './tampered-draws.js';

const place = new PlaceOfTheJourneys();
let city: City;
let browser: Browser;
let matters: Matters;

beforeAll(async () => {
  browser = await openBrowser();
  city = await aCity({ placeFile: place.file });
  await publishQuestions(city);
  await publishProcess(city);
  await publishLimitedItem(city);
  const { finalApplication } = await playStoryInTime(city);
  const { projects } = await city.cast.owner.get<ListProjectsReply>('/api/market/projects');
  await queueForLimitedItem(city);
  matters = {
    finished: finalApplication,
    projectNumber: projects[0]?.projectNumber ?? '',
    openCase: await onWhichOthersHaveASay(city, await anAcceptedCase(city)),
    paper: await aPaperInHand(city, finalApplication),
    kept: await aProtectedDecision(city),
    passwords: new Map(city.platform.accounts.map(({ id, password }) => [id, password])),
  };
});

afterAll(async () => {
  await browser.close();
  await city.stop();
  place.forget();
});

/** The journeys load a city without trees: this one is published as an administrator does. */
async function publishQuestions({ cast }: City): Promise<void> {
  const tree = DEMONSTRATION_TREES.find(({ code }) => code === 'food-business-permit');
  if (tree === undefined) throw new TypeError('The demonstration asks nothing about the permit');
  await cast.administrator.put('/api/guidance/food-business-permit', { ...tree });
}

/** A process that no case of these journeys runs under. */
async function publishProcess({ cast }: City): Promise<void> {
  const item = 'public-place-hygiene-permit';
  const published = DEMONSTRATION_PROCESSES.find(({ code }) => code === item);
  if (published === undefined) throw new TypeError('The demonstration has no process of it');
  const { code: _, ...definition } = published;
  await cast.administrator.put(`/api/processes/${item}`, definition);
}

const visits: Visitor[] = [];
afterEach(async () => {
  for (const visitor of visits.splice(0)) await visitor.close();
});

async function visitorWith(looking?: Looking): Promise<Visitor> {
  const visitor = await Visitor.at(browser, city.platform.url, looking);
  visits.push(visitor);
  return visitor;
}

/** Each language, each type and each width, and large type on a narrow page, where words are longest. */
const LOOKS: readonly Looking[] = [
  { language: 'zh', appearance: 'comfortable', width: 1280 },
  { language: 'zh', appearance: 'large', width: 375 },
  { language: 'en', appearance: 'large', width: 375 },
];

describe('However somebody looks at them,', () => {
  it.each(PAGE_VISITS)('$name keeps to every rule for pages', async (visit) => {
    const visitor = await visitorWith();
    await visit.go(visitor, matters);

    for (const looking of LOOKS) {
      await visitor.look(looking);

      expect({
        ...looking,
        faults: await visitor.accessibilityFaults(),
        sticksOut: await visitor.overflow(),
      }).toEqual({ ...looking, faults: [], sticksOut: 0 });
    }
    expect(visitor.complaints).toEqual([]);
  });
});

describe.each(['comfortable', 'large'] as const)('On a phone in %s type', (appearance) => {
  const comingIn = PAGE_VISITS.filter(({ acts }) => acts !== true);

  it.each(comingIn)('$name does not jump while it comes in', async (visit) => {
    const visitor = await visitorWith({ ...ON_A_PHONE, appearance });

    await visit.go(visitor, matters);

    expect(await visitor.jumps()).toEqual([]);
    expect(visitor.askedTwice()).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });
});

describe('A visitor with a keyboard', () => {
  it('comes from the first page over the search to a guide, and hears which page it is', async () => {
    const visitor = await visitorWith();
    const { page } = visitor;
    await visitor.open('/');

    await page.keyboard.press('Tab');
    expect(await visitor.focused()).toContain('跳到主要内容');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('经营');
    await page.keyboard.press('Enter');
    await page.locator('.results mark').first().waitFor();
    expect(await visitor.focused()).toBe('H1 搜索');
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await page.keyboard.type('许可');
    await page.waitForURL((url) => url.searchParams.get('text') === '经营许可');
    await page.getByRole('status').filter({ hasText: '找到 1 个事项' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.terms').waitFor();

    expect(await visitor.focused()).toBe('H1 食品经营许可（新办）');
    expect(await page.title()).toContain('食品经营许可（新办）');
    const paper = await page.getByRole('link', { name: 'PDF' }).getAttribute('href');
    const printed = await page.request.get(new URL(paper ?? '', page.url()).href);
    expect(printed.headers()['content-type']).toBe('application/pdf');
    await page.goBack();
    await page.locator('.results').waitFor();
    expect(await page.locator('.search-input').inputValue()).toBe('经营许可');
  });

  it('finds what was typed last when the answers come late, with one question on its way at a time', async () => {
    const visitor = await visitorWith();
    const { page } = visitor;
    let [underWay, most] = [0, 0];
    await page.route(/\/api\/items\?/, async (route) => {
      underWay += 1;
      most = Math.max(most, underWay);
      const response = await route.fetch();
      underWay -= 1;
      await route.fulfill({ response });
    });
    await visitor.open('/search');

    await page.locator('.search-input').focus();
    await page.keyboard.type('大型户外广告');
    await page.locator('.results mark').filter({ hasText: '大型户外广告' }).waitFor();

    expect(most).toBe(1);
    expect(new URL(page.url()).searchParams.get('text')).toBe('大型户外广告');
    // A question may still be on its way, and would be answered after the visitor has gone.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  it('is led by questions to what is needed, and back again', async () => {
    const visitor = await visitorWith();
    const { page } = visitor;
    await visitor.open('/items/food-business-permit');
    await page.getByRole('link', { name: '先答几个问题，看看能不能办' }).focus();
    await page.keyboard.press('Enter');

    await page.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '是否已取得营业执照？' }).waitFor();
    expect(await visitor.focused()).toBe('H2 是否已取得营业执照？');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.locator('.verdict-valid').waitFor();

    expect(await visitor.focused()).toContain('可以办');
    expect(await page.locator('.verdict-valid').textContent()).toContain('10 个工作日');
    expect(new URL(page.url()).search).toBe('?s.sells=meals&s.licence=yes');
    await page.goBack();
    await page.getByRole('heading', { name: '是否已取得营业执照？' }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('has large type one key away on every page, and keeps it', async () => {
    const visitor = await visitorWith();
    await visitor.open('/items/food-business-permit');
    const size = () => visitor.page.evaluate<string>('getComputedStyle(document.body).fontSize');
    const before = Number.parseFloat(await size());

    await visitor.page.getByRole('button', { name: '适老版' }).focus();
    await visitor.page.keyboard.press('Enter');
    await visitor.open('/verify');

    expect(Number.parseFloat(await size())).toBeGreaterThanOrEqual(before * 1.3);
  });

  it('sees where it is, on links beside the fields of Ant Design too', async () => {
    const visitor = await visitorWith();
    await visitor.open('/draws');
    await visitor.page.locator('.project-rows a').first().waitFor();

    await visitor.page.keyboard.press('Tab');
    await visitor.page.locator('.project-rows a').first().focus();

    const look = 'getComputedStyle(document.activeElement)';
    expect(
      await visitor.page.evaluate(`[${look}.outlineStyle, ${look}.textDecorationLine]`),
    ).toEqual(['solid', 'underline']);
  });

  it('is led to the field that is missing', async () => {
    const visitor = await visitorWith();
    await visitor.open('/verify');

    await visitor.page.locator('main input').first().focus();
    await visitor.page.keyboard.press('Enter');

    expect(await visitor.page.locator('main input').first().getAttribute('aria-invalid')).toBe(
      'true',
    );
    expect(await visitor.focused()).toContain('INPUT');
  });
});

describe('A visitor whose line is lost for a moment', () => {
  it.each([
    ['the pages', '**/assets/index-*.js'],
    ['the style of the pages', '**/assets/index-*.css'],
    ['one page', '**/assets/item-page-*.js'],
  ])('still comes to the page when %s did not arrive at first', async (_, files) => {
    const visitor = await visitorWith();
    await visitor.page.route(files, (route) => route.abort('connectionreset'), { times: 1 });

    await visitor.open('/items/food-business-permit');
    await visitor.page.locator('.terms').waitFor();

    expect(await visitor.page.locator('h1').textContent()).toContain('食品经营许可');
  });
});

describe('Progress', () => {
  it('comes by itself and is said aloud', async () => {
    const visitor = await visitorWith();
    const { page } = visitor;
    const { applicationId, applicationNumber, queryCode = '' } = await anApplication(city);
    await visitor.open('/progress');
    await page.locator('main input').nth(0).fill(applicationNumber);
    await page.locator('main input').nth(1).fill(queryCode);
    await page.locator('main form button.action').click();
    await page.locator('.live-live').waitFor();
    const before = await page.locator('.step').count();

    await city.cast.clerk.post(`/api/applications/${applicationId}/correction-notice`, {
      remarks: ['food-application-form', 'food-safety-rules'].map((material) => ({
        material,
        problem: 'missing',
        explanation: '请补交。',
      })),
    });

    await page.getByRole('status').filter({ hasText: '有新进展' }).waitFor();
    expect(await page.locator('.step').count()).toBeGreaterThan(before);
    expect(await page.locator('.wait').first().textContent()).toContain('补正');
  });

  it('is not shown for a wrong code, and says so without saying which part is wrong', async () => {
    const visitor = await visitorWith();
    await visitor.open('/progress');
    const fields = visitor.page.locator('main input');
    await fields.nth(0).fill(matters.finished.caseNumber ?? '');
    await fields.nth(1).fill('2222222222');

    await visitor.page.locator('main form button.action').click();

    await visitor.page.getByRole('alert').waitFor();
    expect(await visitor.page.locator('.track').count()).toBe(0);
  });
});

describe('An officer with a keyboard', () => {
  it('reviews a case from the work list, and another decides it', async () => {
    const { caseNumber } = await anAcceptedCase(city);
    const [reviewer, decider] = [await visitorWith(), await visitorWith()];

    await signIn(reviewer, matters, 'qian.wei');
    await actOn(reviewer, caseNumber, '提出审查意见');
    await reviewer.page.keyboard.press('Space');
    await reviewer.page.keyboard.press('Tab');
    await reviewer.page.keyboard.type('材料齐全，符合法定条件。');
    await reviewer.page.keyboard.press('Tab');
    await reviewer.page.keyboard.press('Enter');
    await reviewer.page.getByRole('status').filter({ hasText: '已办：提出审查意见' }).waitFor();
    expect(await reviewer.focused()).toContain('H3 城镇污水排入排水管网许可');

    await signIn(decider, matters, 'sun.li');
    await actOn(decider, caseNumber, '不予许可');
    await decider.page.getByRole('button', { name: '提交' }).dblclick();
    const reasons = decider.page.getByLabel('理由', { exact: true });
    await decider.page.locator('.mistake').first().waitFor();
    expect(await reasons.getAttribute('aria-invalid')).toBe('true');
    await reasons.fill('排放口不符合规划。');
    await decider.page.getByRole('button', { name: '提交' }).dblclick();
    await decider.page.locator('.outcome-refused').waitFor();

    expect(await decider.page.locator('.outcome-refused').textContent()).toContain(
      '排放口不符合规划。',
    );
    expect([...reviewer.complaints, ...decider.complaints]).toEqual([]);
  });
});

describe('An officer with many tasks and a keyboard', () => {
  it('claims them together and reviews them together, and is told what became of each', async () => {
    const visitor = await visitorWith({ ...ON_A_PHONE, width: 1280 });

    const { keys, outcome, refusal, faults } = await claimAndReviewSeveral(city, visitor, matters);

    expect(new Set(keys).size).toBe(1);
    expect(keys.length).toBeGreaterThan(1);
    expect(outcome).toBe('H2 2 件办成，1 件没有办成');
    expect(refusal).toContain('当前状态不允许');
    expect(faults).toEqual([]);
    expect(visitor.complaints.filter((each) => !each.includes('ERR_CONNECTION_RESET'))).toEqual([]);
  });
});

describe('An administrator', () => {
  it('adds a stage to a process without code, is told what is wrong with it, and publishes it', async () => {
    const visitor = await visitorWith({ ...ON_A_PHONE, width: 1280 });
    const { page } = visitor;
    await signIn(visitor, matters, 'han.xue');
    await page.getByRole('link', { name: '公共场所卫生许可' }).click();
    await page.getByRole('button', { name: '修改流程' }).click();

    await page.getByRole('button', { name: '再加一个 环节', exact: true }).click();
    const added = page.getByRole('group', { name: '环节 4', exact: true });
    await added.getByLabel('代码').fill('deliberation');
    await added.getByLabel('名称').fill('集体审议');
    await added.getByRole('radio', { name: '集体审议' }).check();
    await added.getByRole('radio', { name: '机关负责人' }).check();
    await added.getByLabel('内部时限').fill('40');
    await page.getByRole('button', { name: '提交' }).click();
    await added.getByText('超过法定期限').waitFor();
    await added.getByText('到不了决定环节').waitFor();

    await added.getByLabel('内部时限').fill('2');
    await added.getByRole('group', { name: '在哪些环节之后' }).getByLabel('审查').check();
    const decision = page.getByRole('group', { name: '环节 3', exact: true });
    await decision.getByRole('group', { name: '在哪些环节之后' }).getByLabel('集体审议').check();
    expect(await page.locator('.act-form .diagram-name').count()).toBe(4);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('link', { name: '第 2 版 · 现行' }).waitFor();

    await page.getByRole('link', { name: '第 1 版' }).click();
    await page.locator('.diagram-name').nth(2).waitFor();
    expect(await page.locator('.diagram-name').count()).toBe(3);
    expect(visitor.complaints).toEqual([]);
  });
});

describe('An asked department with a keyboard', () => {
  it('answers with conditions, which the agency that asked sees at once with the others', async () => {
    const [department, agency] = [await visitorWith(), await visitorWith()];
    const { page } = department;

    await signIn(department, matters, 'jiang.bo');
    await page.getByRole('link', { name: '城镇污水排入排水管网许可' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '答复征求意见' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.act-form :focus').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: '提交' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.mistake').first().waitFor();
    const conditions = page.getByLabel('附带的条件');
    expect(await conditions.getAttribute('aria-invalid')).toBe('true');
    await conditions.fill('每季度清掏隔油池。');
    await page.getByRole('button', { name: '提交' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.position-agree-with-conditions').waitFor();
    expect(await page.locator('.act').count()).toBe(0);

    await signIn(agency, matters, 'qian.wei');
    await agency.page.getByRole('link', { name: '全部办件' }).click();
    await agency.page.getByRole('link', { name: matters.openCase }).click();
    await agency.page.getByText('3 个部门中 2 个已有结果').waitFor();
    const [paper] = await Promise.all([
      agency.page.waitForEvent('download'),
      agency.page.getByRole('button', { name: '下载 PDF' }).first().click(),
    ]);
    expect(paper.suggestedFilename()).toBe('受理通知书.pdf');
    expect([...department.complaints, ...agency.complaints]).toEqual([]);
  });
});

/** From the work list to the open form of one act, with the keys alone; its first field has the focus. */
async function actOn({ page }: Visitor, caseNumber: string, act: string): Promise<void> {
  await page.getByRole('link', { name: '全部办件' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: caseNumber }).focus();
  await page.keyboard.press('Enter');
  const button = page.getByRole('button', { name: act, exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.locator('.act-form :focus').waitFor();
}

describe('What an applicant marks as confidential', () => {
  it('is marked and taken off again on the page of the matter, with the keys alone', async () =>
    markedAndTakenOff(city, await visitorWith(), matters));

  it('is in nothing that anybody reads or finds, until the agency publishes it with a reason', () =>
    keptUntilItIsPublished(city, matters.kept));
});

describe('On the desk', () => {
  let caseNumber: string;

  beforeAll(async () => {
    await publishShop(city);
    caseNumber = await aCaseWithAPlan(city);
  });

  it.each(DESK_JOURNEYS)('$name', ({ go }) => go({ city, matters, caseNumber, visitorWith }));
});

describe('The draw of a project', () => {
  const path = () => `/api/market/projects/${matters.projectNumber}`;

  it('is computed again in the visitor’s own browser', async () => {
    const visitor = await visitorWith();
    const draw = await city.cast.owner.get<DrawFile>(`${path()}/draw`);
    const winner = draw.list.entries.find(
      ({ creditCode }) => creditCode === draw.ranking[0]?.creditCode,
    );

    await showProject(visitor, matters);

    expect(await visitor.page.locator('.verdict').textContent()).toContain('复核一致');
    expect(await visitor.page.locator('.drawn').textContent()).toContain(winner?.name);
    expect(await visitor.page.locator('.draw-step-wrong').count()).toBe(0);
  });

  it.each(TAMPERINGS)('is shown as changed when $what was', async (tampering) => {
    const visitor = await visitorWith();
    const published = {
      draw: await city.cast.owner.get<DrawFile>(`${path()}/draw`),
      project: await city.cast.owner.get<FindProjectReply>(path()),
    };
    const { draw, project } = tampering.with(published);
    await visitor.page.route(`**${path()}/draw`, (route) => route.fulfill({ json: draw }));
    await visitor.page.route(`**${path()}`, (route) => route.fulfill({ json: project }));

    await showProject(visitor, matters);

    expect(await visitor.page.locator('.verdict').textContent()).toContain('复核不一致');
    expect(await visitor.page.locator('.draw-faults li').count()).toBeGreaterThan(0);
  });

  it('from a file that was changed is shown as changed, with the step', async () => {
    const visitor = await visitorWith();
    const file = aDrawFile();
    const [first, second, ...rest] = file.ranking;

    await showDraw(visitor, {
      ...file,
      ranking: [{ ...second, place: 1 }, { ...first, place: 2 }, ...rest],
    });

    expect(await visitor.page.locator('.verdict').textContent()).toContain('复核不一致');
    expect(await visitor.page.locator('.draw-step-wrong').count()).toBeGreaterThan(0);
  });
});
