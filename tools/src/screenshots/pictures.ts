import { join } from 'node:path';
import type { FindApplicationReply, ListProjectsReply } from '@onewindow/contracts';
import type { Browser, Page } from 'playwright-core';

export interface Studio {
  readonly browser: Browser;
  readonly url: string;
  readonly folder: string;
  /** A matter that is through. */
  readonly application: FindApplicationReply;
}

/** A phone, a desk, a wall. */
const SIZES = [
  { width: 375, height: 812 },
  { width: 1280, height: 900 },
  { width: 1920, height: 1080 },
] as const;

interface Motif {
  readonly name: string;
  readonly large?: boolean;
  show(page: Page, studio: Studio): Promise<void>;
}

const MOTIFS: readonly Motif[] = [
  { name: 'home', show: (page, { url }) => open(page, url) },
  { name: 'home-large', large: true, show: (page, { url }) => open(page, url) },
  { name: 'guide', show: (page, { url }) => open(page, `${url}/items/food-business-permit`) },
  { name: 'bundle', show: (page, { url }) => open(page, `${url}/bundles/restaurant`) },
  { name: 'progress', show: showTracks },
  { name: 'progress-large', large: true, show: showTracks },
  { name: 'verification', show: showLicence },
  { name: 'draw', show: showDraw },
];

export async function pictureAll(studio: Studio): Promise<void> {
  for (const viewport of SIZES) {
    for (const motif of MOTIFS) await picture(studio, motif, viewport);
  }
}

async function picture(
  studio: Studio,
  motif: Motif,
  viewport: (typeof SIZES)[number],
): Promise<void> {
  const context = await studio.browser.newContext({ viewport, locale: 'zh-CN' });
  const appearance = motif.large === true ? 'large' : 'comfortable';
  await context.addInitScript({
    content: `localStorage.setItem('onewindow.appearance', '${appearance}');`,
  });
  const page = await context.newPage();
  await motif.show(page, studio);
  await page.screenshot({ path: join(studio.folder, `${motif.name}-${viewport.width}.png`) });
  await context.close();
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1').waitFor();
  await page.waitForLoadState('networkidle');
}

/** The tracks side by side, the first date explained. */
async function showTracks(page: Page, { url, application }: Studio): Promise<void> {
  await open(page, `${url}/progress`);
  await page
    .locator('main input')
    .nth(0)
    .fill(application.caseNumber ?? '');
  await page
    .locator('main input')
    .nth(1)
    .fill(application.queryCode ?? '');
  await page.locator('main form button.action').click();
  await page.locator('.track summary').first().click();
  await page.locator('.why-end').first().waitFor();
  await page.locator('#tracks').scrollIntoViewIfNeeded();
  await page.evaluate("document.getElementById('tracks').scrollIntoView()");
}

/** A project's draw, computed again in the browser. */
async function showDraw(page: Page, { url }: Studio): Promise<void> {
  const reply = await page.request.get(`${url}/api/market/projects?limit=1`);
  const { projects } = (await reply.json()) as ListProjectsReply;
  await open(page, `${url}/projects/${projects[0]?.projectNumber ?? ''}/draw`);
  await page.locator('.verdict-valid').waitFor();
}

async function showLicence(page: Page, { url, application }: Studio): Promise<void> {
  const licence = application.results.map((each) => each.licence).find(Boolean);
  const { number = '', verificationCode = '' } = licence ?? {};
  await open(page, `${url}/verify#number=${number}&code=${verificationCode}`);
  await page.locator('.verdict').waitFor();
}
