import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlatform } from '../platform/start-platform.js';
import { stageOf } from '../story/cast.js';
import { STORY_BEGINS } from '../story/story-begins.js';
import { WITHOUT_LIMITS } from '../story/without-limits.js';
import { verifyFolder } from '../verify/verify-folder.js';
import type { DemoReport } from './demo-report.js';
import { tellStory } from './tell-story.js';

/** Plays the story on a platform that is started for it and leaves nothing behind. */
export async function onOwnPlatform(say: (line: string) => void): Promise<DemoReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-demo-'));
  // PostgreSQL may run as a user of its own, who has to pass through.
  chmodSync(dataDir, 0o755);
  try {
    return await playedIn(dataDir, say);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function playedIn(dataDir: string, say: (line: string) => void): Promise<DemoReport> {
  say('Starting a city of its own …');
  const platform = await startPlatform({
    dataDir,
    clock: { simulated: STORY_BEGINS },
    // One address plays everybody at once, which no limit of a public door is made for.
    environment: WITHOUT_LIMITS,
    tell: say,
  });
  const interrupted = () => {
    void platform.stop().then(() => process.exit(130));
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await tellStory(stageOf(platform), { say, verify: () => verifyFolder(dataDir) });
  } finally {
    await platform.stop();
  }
}
