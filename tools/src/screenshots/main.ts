import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspaceRoot } from '@onewindow/local-servers';
import { loadCity } from '../demonstration/load-city.js';
import { loadMarket } from '../demonstration/load-market.js';
import { loadOfficers } from '../demonstration/load-officers.js';
import { openBrowser } from '../pages/browser.js';
import { startPlatform } from '../platform/start-platform.js';
import { assembleCast, playing, stageOf } from '../story/cast.js';
import { ClockConductor } from '../story/clock-conductor.js';
import { RestaurantStory } from '../story/restaurant-story.js';
import { STORY_BEGINS } from '../story/story-begins.js';
import { WITHOUT_LIMITS } from '../story/without-limits.js';
import { pictureAll } from './pictures.js';

/** Pictures of the pages for `docs/screenshots`, taken of a city in which the story has been played. */
if (!hasChineseFont()) {
  console.error('No Chinese font here: install one, such as Debian’s package fonts-noto-cjk.');
  process.exit(1);
}

const folder = join(workspaceRoot(), 'docs', 'screenshots');
mkdirSync(folder, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-screenshots-'));
// PostgreSQL may run as a user of its own, who has to pass through.
chmodSync(dataDir, 0o755);
const browser = await openBrowser();
const platform = await startPlatform({
  dataDir,
  clock: { simulated: STORY_BEGINS },
  environment: WITHOUT_LIMITS,
});
try {
  const cast = await assembleCast(stageOf(platform), { patienceMs: 60_000 });
  await loadCity(cast.administrator);
  await loadOfficers((account) => Promise.resolve(playing(cast, account)));
  await loadMarket(cast.marketOperator, [cast.clearSpring, cast.blueSpring, cast.pureWater]);
  const conductor = new ClockConductor(cast.operations);
  const story = new RestaurantStory(cast, conductor, () => undefined);
  const { finalApplication } = await story.play();
  await pictureAll({ browser, url: platform.url, folder, application: finalApplication });
} finally {
  await platform.stop();
  await browser.close();
  rmSync(dataDir, { recursive: true, force: true });
}

function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}
