import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import pg from 'pg';
import { DEMONSTRATION_ACCOUNTS } from '../demonstration/accounts.js';
import { CITY } from '../demonstration/city.js';
import { startPlatform, type Platform } from '../platform/start-platform.js';
import { assembleCast, stageOf } from '../story/cast.js';
import { GatewayClient } from '../story/gateway-client.js';
import { until } from '../story/until.js';
import { WITHOUT_LIMITS } from '../story/without-limits.js';
import { ask } from './approval/asking.js';
import {
  BUSIEST,
  databaseUrl,
  fill,
  knownCases,
  overdueDeadlines,
  publishOfficers,
  storedIn,
} from './approval/filling.js';
import { openProjects } from './approval/opening.js';
import { searchKinds, urgencyKinds } from './approval/questions.js';
import { askedLine, type Asked } from './asking.js';
import { benchFolder, keptFolder, filledWhole } from './machine/bench-folder.js';
import type { ApprovalOptions } from './options.js';

const GOALS = { p95Ms: 50, openMs: 100 };
const TIMES = 60;
const ASKED_ABOUT = 4_000;
const TOBACCO = {
  id: 'tan.yan',
  name: '谭岩',
  roles: ['approver'],
  region: CITY.region,
  department: 'tobacco',
} as const;

/** Stores so many cases, or takes those that were kept, and prints what lists, searches and the opening of a large case cost then; whether all is within its goals. */
export async function benchApproval(
  { cases, keep }: ApprovalOptions,
  say: (line: string) => void,
): Promise<boolean> {
  const dataDir = keep === undefined ? benchFolder() : keptFolder(keep);
  const accounts = [...DEMONSTRATION_ACCOUNTS, TOBACCO];
  const options = { dataDir, environment: WITHOUT_LIMITS, accounts, tell: say };
  const platform = await startPlatform(options);
  const [approval, intake] = (['approval-bureau', 'intake-centre'] as const).map(
    (token) => new pg.Client({ connectionString: databaseUrl(platform, token) }),
  ) as [pg.Client, pg.Client];
  try {
    await Promise.all([approval.connect(), intake.connect()]);
    const stage = stageOf(platform);
    const cast = await assembleCast(stage);
    const signedIn = (account: string) =>
      GatewayClient.signIn(stage.url, { account, password: stage.passwords.get(account) ?? '' });
    const head = await signedIn('wei.dong');
    await publishOfficers(cast.administrator);
    await store(cases, { platform, approval, say });
    const { approver, clerk, fireApprover } = cast;
    const tobaccoApprover = await signedIn(TOBACCO.id);
    const askers = { approver, clerk, fireApprover, head, tobaccoApprover };
    const about = await knownCases(approval, ASKED_ABOUT);
    const tell = (asked: readonly Asked[], goalMs?: number) => {
      for (const each of asked) say(askedLine(each, goalMs));
      return goalMs === undefined || asked.every(({ spread: { p95 } }) => p95 < goalMs);
    };
    let isGood = true;
    for (const [title, kinds] of [
      ['Tasks by urgency', await urgencyKinds(askers)],
      ['Cases, lists and searches', searchKinds(askers)],
    ] as const)
      for (const inFlight of [1, 4]) {
        say(`${title}, ${inFlight} in flight (ms), ${load()}`);
        const asked = await ask({ kinds, about, times: TIMES, inFlight });
        if (!tell(asked, inFlight === 1 ? GOALS.p95Ms : undefined)) isGood = false;
      }
    say(`A project of many nodes (ms), ${load()}`);
    if (!tell(await openProjects({ cast, head, intake, approval }), GOALS.openMs)) isGood = false;
    say(
      `Goals: p95 under ${GOALS.p95Ms} ms for each list and search with one in flight, under ${GOALS.openMs} ms for a project: ${isGood ? 'met' : 'MISSED'}`,
    );
    return isGood;
  } finally {
    await Promise.all([approval.end(), intake.end()]);
    await platform.stop();
    if (keep === undefined) rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Storing {
  readonly platform: Platform;
  readonly approval: pg.Client;
  readonly say: (line: string) => void;
}

async function store(cases: number, { platform, approval, say }: Storing): Promise<void> {
  const began = performance.now();
  const { cases: kept } = await storedIn(approval);
  if (kept < cases) {
    // The numbers of cases are the same each time: more of them cannot be put beside those of before.
    if (kept > 0)
      throw new Error(
        `${kept} cases are kept there, not ${cases}: name another folder with --keep`,
      );
    say(`Storing ${cases} cases, ${load()}`);
    const database = databaseUrl(platform, 'approval-bureau');
    await filledWhole(platform.folder.root, () => fill(database, cases));
  }
  const seconds = (performance.now() - began) / 1_000;
  await until('overdue deadlines are recorded', async (sighted) => {
    const left = await overdueDeadlines(approval);
    sighted(left);
    return left === 0 ? true : undefined;
  });
  const stored = await storedIn(approval);
  say(
    `Stored within ${seconds.toFixed(0)} s: ${stored.cases} cases, ${stored.open} open, ${stored.tasks} tasks, ` +
      `${stored.busiest} of them with ${BUSIEST.name}, ${stored.entries} journal entries, ${stored.gibibytes.toFixed(1)} GiB`,
  );
}

const load = (): string => `load average ${loadavg()[0]?.toFixed(1) ?? ''}`;
