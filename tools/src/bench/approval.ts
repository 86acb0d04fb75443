import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DEMONSTRATION_ACCOUNTS } from '../demonstration/accounts.js';
import { CITY } from '../demonstration/city.js';
import { startPlatform } from '../platform/start-platform.js';
import { assembleCast, stageOf } from '../story/cast.js';
import { GatewayClient } from '../story/gateway-client.js';
import { until } from '../story/until.js';
import { WITHOUT_LIMITS } from '../story/without-limits.js';
import { ask, type Asked } from './approval/asking.js';
import {
  approvalDatabase,
  BUSIEST,
  fill,
  knownCases,
  overdueDeadlines,
  publishOfficers,
  storedIn,
} from './approval/filling.js';
import { searchKinds, urgencyKinds } from './approval/questions.js';

const GOAL_MS = 50;
const TIMES = 60;
const ASKED_ABOUT = 4_000;
const TOBACCO = {
  id: 'tan.yan',
  name: '谭岩',
  roles: ['approver'],
  region: CITY.region,
  department: 'tobacco',
} as const;

/** Stores so many cases, and prints what lists, searches and the opening of a large case cost then; whether all is within its goals. */
export async function benchApproval(cases: number, say: (line: string) => void): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
  // PostgreSQL may run as a user of its own, who has to pass through.
  chmodSync(dataDir, 0o755);
  const accounts = [...DEMONSTRATION_ACCOUNTS, TOBACCO];
  const options = { dataDir, environment: WITHOUT_LIMITS, accounts, tell: say };
  const platform = await startPlatform(options);
  const client = new pg.Client({ connectionString: approvalDatabase(platform) });
  try {
    const stage = stageOf(platform);
    const cast = await assembleCast(stage);
    await publishOfficers(cast.administrator);
    say(
      `Load average ${loadavg()
        .map((each) => each.toFixed(1))
        .join(' ')}; storing ${cases} cases`,
    );
    const began = performance.now();
    await fill(approvalDatabase(platform), cases);
    await client.connect();
    await until('overdue deadlines are recorded', async (sighted) => {
      const left = await overdueDeadlines(client);
      sighted(left);
      return left === 0 ? true : undefined;
    });
    const stored = await storedIn(client);
    say(
      `Stored within ${((performance.now() - began) / 1_000).toFixed(0)} s: ${stored.cases} cases, ${stored.open} open, ${stored.tasks} tasks, ` +
        `${stored.busiest} of them with ${BUSIEST.name}, ${stored.entries} journal entries, ${stored.gibibytes.toFixed(1)} GiB`,
    );
    const signedIn = (account: string) => {
      const password = stage.passwords.get(account) ?? '';
      return GatewayClient.signIn(stage.url, { account, password });
    };
    const askers = {
      approver: cast.approver,
      clerk: cast.clerk,
      fireApprover: cast.fireApprover,
      head: await signedIn('wei.dong'),
      tobaccoApprover: await signedIn(TOBACCO.id),
    };
    const about = await knownCases(client, ASKED_ABOUT);
    let isGood = true;
    for (const [title, kinds] of [
      ['Tasks by urgency', await urgencyKinds(askers)],
      ['Cases, lists and searches', searchKinds(askers)],
    ] as const)
      for (const inFlight of [1, 4]) {
        say(`${title}, ${inFlight} in flight (ms), load average ${loadavg()[0]?.toFixed(1) ?? ''}`);
        const asked = await ask({ kinds, about, times: TIMES, inFlight });
        for (const each of asked) say(askedLine(each, inFlight === 1));
        if (inFlight === 1) isGood &&= asked.every(isWithin);
      }
    say(`Goal: p95 under ${GOAL_MS} ms for each of them with one in flight: ${met(isGood)}`);
    return isGood;
  } finally {
    await client.end();
    await platform.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const isWithin = ({ spread: { p95 } }: Asked): boolean => p95 < GOAL_MS;
const met = (isGood: boolean): string => (isGood ? 'met' : 'MISSED');

const askedLine = (asked: Asked, hasGoal: boolean): string => {
  const { name, spread } = asked;
  const { count, p50, p95, p99, max } = spread;
  const goal = hasGoal && !isWithin(asked) ? '   MISSED' : '';
  return `  ${name.padEnd(32)} ${String(count).padStart(5)}   p50 ${ms(p50)}   p95 ${ms(p95)}   p99 ${ms(p99)}   most ${ms(max)}${goal}`;
};

const ms = (value: number): string => value.toFixed(1).padStart(6);
