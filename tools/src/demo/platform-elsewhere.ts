import { readFileSync } from 'node:fs';
import { tokenOf } from '@onewindow/contracts';
import { defineRefusals } from '@onewindow/kernel';
import type { Cast } from '../story/cast.js';
import { STORY_BEGINS } from '../story/story-begins.js';
import { until } from '../story/until.js';
import { faultsOf } from '../verify/verify-folder.js';
import { verifyListed } from '../verify/verify-listed.js';
import type { DemoReport } from './demo-report.js';
import { tellStory } from './tell-story.js';

export const demoRefusals = defineRefusals({
  'passwords-missing': {
    kind: 'unmet',
    zh: '在已运行的平台上演示须用 --passwords 给出口令文件：JSON，以演示账号为键。',
    en: 'To play on a running platform name the file of the passwords with --passwords: JSON, by demonstration account.',
  },
  'platform-not-there': {
    kind: 'unavailable',
    zh: '该地址没有平台应答。',
    en: 'No platform answers at this address.',
  },
  'clock-not-for-a-story': {
    kind: 'conflict',
    zh: '演示须在使用模拟时钟、且时间尚未越过剧情开始时刻的平台上进行；请换一个新的演示平台。',
    en: 'The story needs a platform on a simulated clock that has not passed its first day: take a fresh one that was started for demonstration.',
  },
});

export interface Elsewhere {
  readonly passwords: string | undefined;
  readonly databases: string | undefined;
  readonly say: (line: string) => void;
}

/** Plays the story on a platform that somebody else has started, through its gateway alone. */
export async function onPlatformAt(
  url: string,
  { passwords, databases, say }: Elsewhere,
): Promise<DemoReport> {
  if (passwords === undefined) throw demoRefusals.refuse('passwords-missing');
  const stage = { url: url.replace(/\/+$/, ''), passwords: passwordsIn(passwords) };
  await answering(stage.url);
  return tellStory(stage, {
    say,
    before: mayBegin,
    verify: async () =>
      databases === undefined ? undefined : (await verifyListed(databases)).flatMap(faultsOf),
  });
}

function passwordsIn(file: string): ReadonlyMap<string, string> {
  const passwords = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return new Map(Object.entries(passwords));
}

const ANSWERS_WITHIN_MS = 10_000;

async function answering(url: string): Promise<void> {
  const answer = () =>
    fetch(`${url}/api/openapi.json`).then(
      async (response) => {
        await response.body?.cancel();
        return response.ok ? true : undefined;
      },
      () => undefined,
    );
  await until('an answer', answer, ANSWERS_WITHIN_MS).catch(() => {
    throw demoRefusals.refuse('platform-not-there', [
      { rule: 'platform-answers', path: '--url', message: { zh: url, en: url } },
    ]);
  });
}

async function mayBegin({ operations }: Cast): Promise<void> {
  const clocks = await Promise.all(
    operations.keepers.map(async (each) => ({
      ...(await operations.clock(each)),
      of: tokenOf(each),
    })),
  );
  const unfit = clocks.filter(({ mode, now }) => mode !== 'simulated' || now > STORY_BEGINS);
  if (unfit.length === 0) return;
  throw demoRefusals.refuse(
    'clock-not-for-a-story',
    unfit.map(({ of, mode, now }) => {
      const message = `${of}: ${mode}, ${now}`;
      return { rule: 'clock-for-a-story', path: '--url', message: { zh: message, en: message } };
    }),
  );
}
