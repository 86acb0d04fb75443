import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** How somebody looks at the pages. */
export interface Looking {
  readonly language: 'zh' | 'en';
  readonly appearance: 'comfortable' | 'large';
  readonly width: number;
}

export const ON_A_PHONE: Looking = { language: 'zh', appearance: 'comfortable', width: 375 };

/** One visitor with a browser profile of their own, and everything that went wrong while they looked. */
export class Visitor {
  readonly complaints: string[] = [];
  private readonly asked: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly url: string,
  ) {}

  static async at(browser: Browser, url: string, looking: Looking = ON_A_PHONE): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: viewportOf(looking.width),
      locale: looking.language === 'zh' ? 'zh-CN' : 'en-GB',
      reducedMotion: 'reduce',
    });
    await context.addInitScript({ content: remembering(looking) });
    await context.addInitScript({ content: NOTING_JUMPS });
    // What is waited for comes late on a busy machine; that it stays away is found all the same.
    context.setDefaultTimeout(90_000);
    const visitor = new Visitor(await context.newPage(), context, url);
    visitor.listen();
    return visitor;
  }

  async open(path: string): Promise<void> {
    await this.arrive(`${this.url}${path}`);
    await this.page.locator('h1').waitFor();
    await this.settled();
  }

  /** Has signed in before in this tab; what is opened next comes in as for whoever loads it anew. */
  async hasSignedIn(account: string, password: string): Promise<void> {
    const answer = await this.context.request.post(`${this.url}/api/session`, {
      data: { account, password },
    });
    const session = JSON.stringify(await answer.text());
    await this.context.addInitScript({
      content: `sessionStorage.setItem('onewindow.session', ${session});`,
    });
  }

  /** Looks at the same page in another way, with the switches that every page has. */
  async look({ language, appearance, width }: Looking): Promise<void> {
    const { page } = this;
    await page.setViewportSize(viewportOf(width));
    const top = page.locator('html');
    if ((await top.getAttribute('data-appearance')) !== appearance)
      await page.locator('.tool-type').click();
    if ((await top.getAttribute('lang'))?.startsWith(language) !== true)
      await page.locator('button.tool[lang]').click();
    await page.locator(`html[lang^=${language}][data-appearance=${appearance}]`).waitFor();
    await this.settled();
  }

  /** What axe finds on the page as it is now, as `rule: element`. */
  async accessibilityFaults(): Promise<readonly string[]> {
    await this.page.evaluate(axe.source);
    const found = await this.page.evaluate<AxeFound>(RUN_AXE);
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node}`));
  }

  /** What moved by itself since the page was opened, unless all of it together is too little to be noticed. */
  async jumps(): Promise<readonly string[]> {
    const jumps = await this.page.evaluate<readonly Jump[]>('window.jumps');
    const score = jumps.reduce((sum, each) => sum + each.score, 0);
    return score < UNNOTICED ? [] : jumps.map(({ score, of }) => `${score.toFixed(3)}: ${of}`);
  }

  /** What was fetched more than once: early, before the pages ran, and again because they asked in other words. */
  askedTwice(): readonly string[] {
    return this.asked.filter((url, at) => this.asked.indexOf(url) !== at);
  }

  /** Whether something sticks out to the side. */
  overflow(): Promise<number> {
    return this.page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
  }

  /** What a keyboard would act on now. */
  focused(): Promise<string> {
    return this.page.evaluate<string>(
      '`${document.activeElement?.tagName ?? ""} ${document.activeElement?.textContent ?? ""}`.trim()',
    );
  }

  close(): Promise<void> {
    return this.context.close();
  }

  private async arrive(address: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.page.goto(address);
        return;
      } catch (error) {
        if (attempt === 3 || !isLostLine(String(error))) throw error;
      }
    }
  }

  private async settled(): Promise<void> {
    await this.page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  }

  private listen(): void {
    const { page, complaints, url } = this;
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      const isRefusal = /status of 4\d\d/.test(message.text());
      if (isRefusal || isLostLine(message.text()) || isSlow(message.text())) return;
      if (['error', 'warning'].includes(message.type()))
        complaints.push(`console: ${message.text()}`);
    });
    // What was dropped on the way is rightly asked for again.
    page.on('requestfinished', (request) => {
      if (request.method() === 'GET') this.asked.push(request.url());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) complaints.push(`elsewhere: ${request.url()}`);
    });
  }
}

/** Chromium drops what it is fetching whenever a network of the machine comes or goes, as those of containers do. */
const isLostLine = (text: string): boolean => text.includes('ERR_NETWORK_CHANGED');

/** On a busy machine the pages come later than Chromium thinks they should; that nothing is fetched in vain is looked at by itself. */
const isSlow = (text: string): boolean =>
  text.includes('preloaded using link preload but not used');

type AxeFound = readonly { readonly id: string; readonly nodes: readonly string[] }[];

const RUN_AXE = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 200)) })))`;

interface Jump {
  readonly score: number;
  readonly of: string;
}

/** Browsers call a sum below 0.1 good. */
const UNNOTICED = 0.02;

const NOTING_JUMPS = `window.jumps = [];
new PerformanceObserver((list) => {
  for (const { hadRecentInput, value, sources } of list.getEntries()) {
    if (hadRecentInput) continue;
    const of = sources.map(({ node, previousRect, currentRect }) =>
      (node?.className || node?.nodeName) + ' ' + previousRect.y + ' -> ' + currentRect.y);
    window.jumps.push({ score: value, of: of.join(', ') });
  }
}).observe({ type: 'layout-shift', buffered: true });`;

const viewportOf = (width: number) => ({ width, height: width < 600 ? 740 : 900 });

const remembering = ({ language, appearance }: Looking): string =>
  `if (localStorage.getItem('onewindow.language') === null) {
    localStorage.setItem('onewindow.language', '${language}');
    localStorage.setItem('onewindow.appearance', '${appearance}');
  }`;
