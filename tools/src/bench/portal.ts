import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { loadCity } from '../demonstration/load-city.js';
import { openBrowser } from '../pages/browser.js';
import { startPlatform } from '../platform/start-platform.js';
import { assembleCast, stageOf } from '../story/cast.js';
import { WITHOUT_LIMITS } from '../story/without-limits.js';
import { benchFolder } from './machine/bench-folder.js';
import { quantile } from './statistics.js';

/** A line as browsers' tools call "slow 4G": 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const ROUNDS = 5;
const GOALS = { bytes: 300 * 1024, milliseconds: 2_000, shift: 0.02 };

/** The first visit of a phone to one page. */
interface FirstVisit {
  /** Scripts and styles as they went over the wire. */
  readonly bytes: number;
  /** From the address to the heading with its content. */
  readonly milliseconds: number;
  readonly shift: number;
}

const PAGES = [
  { name: 'home', path: '/', ready: '.tile-bundle' },
  { name: 'guide', path: '/items/food-business-permit', ready: '.terms' },
  { name: 'verification', path: '/verify', ready: 'form' },
  { name: 'progress', path: '/progress', ready: 'form' },
  { name: 'draw', path: '/draws', ready: 'input[type=file]' },
] as const;

/** Prints what the first visit to each page costs; returns whether the first page is within its goals. */
export async function benchPortal(say: (line: string) => void): Promise<boolean> {
  const dataDir = benchFolder();
  const browser = await openBrowser();
  const platform = await startPlatform({ dataDir, environment: WITHOUT_LIMITS });
  try {
    const { administrator } = await assembleCast(stageOf(platform));
    await loadCity(administrator);
    say('First visit of a phone (375 px) on a slow line: 1.6 Mbit/s, 150 ms; median of five');
    let isGood = true;
    for (const page of PAGES) {
      const visits: FirstVisit[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        visits.push(await firstVisit(browser, platform.url, page));
      }
      const median = (of: (visit: FirstVisit) => number) =>
        quantile(
          visits.map(of).sort((a, b) => a - b),
          0.5,
        );
      const [bytes, milliseconds, shift] = [
        median((visit) => visit.bytes),
        median((visit) => visit.milliseconds),
        median((visit) => visit.shift),
      ];
      say(
        `  ${page.name.padEnd(13)} ${(bytes / 1024).toFixed(0).padStart(4)} KB   ${milliseconds.toFixed(0).padStart(5)} ms   shift ${shift.toFixed(3)}`,
      );
      if (page.name !== 'home') continue;
      isGood = bytes < GOALS.bytes && milliseconds < GOALS.milliseconds && shift < GOALS.shift;
    }
    say(`Goals of the first page: 300 KB, 2000 ms, no shift: ${isGood ? 'reached' : 'MISSED'}`);
    return isGood;
  } finally {
    await platform.stop();
    await browser.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function firstVisit(
  browser: Browser,
  url: string,
  { path, ready }: (typeof PAGES)[number],
): Promise<FirstVisit> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 740 },
    locale: 'zh-CN',
  });
  await context.addInitScript({ content: MEASURING_SHIFTS });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', LINE);
  let bytes = 0;
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const began = performance.now();
  await page.goto(`${url}${path}`, { waitUntil: 'commit' });
  await page.locator(ready).first().waitFor();
  const milliseconds = performance.now() - began;
  await page.waitForLoadState('networkidle');
  const shift = await page.evaluate<number>('window.shifted');
  await context.close();
  return { bytes, milliseconds, shift };
}

const MEASURING_SHIFTS = `window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: 'layout-shift', buffered: true });`;
