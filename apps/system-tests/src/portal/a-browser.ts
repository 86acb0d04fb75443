import { findChromium } from '@onewindow/local-servers';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** How somebody looks at the pages. */
export interface Looking {
  readonly language: 'zh' | 'en';
  readonly appearance: 'comfortable' | 'large';
  readonly width: number;
}

export const ON_A_PHONE: Looking = { language: 'zh', appearance: 'comfortable', width: 375 };

/** A real Chromium; refuses, with what to do, where there is none and none can be had. */
export async function openBrowser(): Promise<Browser> {
  const { program, environment } = await findChromium({
    named: process.env['OW_CHROMIUM'],
    path: process.env['PATH'],
  });
  return chromium.launch({
    executablePath: program,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    env: { ...definedOnly(process.env), ...environment },
  });
}

/** One visitor with a browser profile of their own, and everything that went wrong while they looked. */
export class Visitor {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly url: string,
  ) {}

  static async at(browser: Browser, url: string, looking: Looking = ON_A_PHONE): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: looking.width, height: looking.width < 600 ? 740 : 900 },
      locale: looking.language === 'zh' ? 'zh-CN' : 'en-GB',
      reducedMotion: 'reduce',
    });
    await context.addInitScript({ content: remembering(looking) });
    await context.addInitScript({ content: MEASURING_SHIFTS });
    const visitor = new Visitor(await context.newPage(), context, url);
    visitor.listen();
    return visitor;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
    await this.page.locator('h1').waitFor();
    await this.page.waitForLoadState('networkidle');
  }

  /** What axe finds on the page as it is now, as `rule: element`. */
  async accessibilityFaults(): Promise<readonly string[]> {
    await this.page.evaluate(axe.source);
    const found = await this.page.evaluate<AxeFound>(RUN_AXE);
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node}`));
  }

  /** Sum of unexpected layout shifts since the page was opened, as browsers score them. */
  shift(): Promise<number> {
    return this.page.evaluate<number>('window.shifted');
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

  private listen(): void {
    const { page, complaints, url } = this;
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      const isRefusal = /status of 4\d\d/.test(message.text());
      if (['error', 'warning'].includes(message.type()) && !isRefusal)
        complaints.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) complaints.push(`elsewhere: ${request.url()}`);
    });
  }
}

type AxeFound = readonly { readonly id: string; readonly nodes: readonly string[] }[];

const RUN_AXE = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 200)) })))`;

const MEASURING_SHIFTS = `window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: 'layout-shift', buffered: true });`;

const remembering = ({ language, appearance }: Looking): string =>
  `if (localStorage.getItem('onewindow.language') === null) {
    localStorage.setItem('onewindow.language', '${language}');
    localStorage.setItem('onewindow.appearance', '${appearance}');
  }`;

const definedOnly = (from: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(from).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
