import type pg from 'pg';
import { loadCity } from '../../demonstration/load-city.js';
import { loadProcesses } from '../../demonstration/load-processes.js';
import { EVERYTHING, PROJECT_PLAN, projectCatalogue } from '../../demonstration/project.js';
import { anAcceptedProject } from '../../story/accepted-project.js';
import type { Cast } from '../../story/cast.js';
import type { GatewayClient } from '../../story/gateway-client.js';
import { imported } from '../../story/imported.js';
import { spreadOf } from '../statistics.js';
import type { Asked } from '../asking.js';
import { ask } from './asking.js';

const NODES = PROJECT_PLAN.nodes.length;
const WARM_UP = 3;
const OPENED = 20;
const LOOKS = 60;

export interface Opening {
  readonly cast: Cast;
  readonly head: GatewayClient;
  /** Of the services that accept and that open. */
  readonly intake: pg.Client;
  readonly approval: pg.Client;
}

/**
 * Files the investment project so many times, and measures how long after intake recorded the acceptance approval has recorded the case
 * with every track and task; then how long a look at such a case takes.
 */
export async function openProjects(of: Opening): Promise<readonly Asked[]> {
  const { cast, head, intake, approval } = of;
  await loadCity(cast.administrator);
  await loadProcesses(cast.administrator);
  const report = await imported(of, projectCatalogue());
  if (report.status !== 'taken') throw new Error(`the catalogue of the project: ${report.status}`);
  const durations: number[] = [];
  const numbers: string[] = [];
  for (let count = 0; count < WARM_UP + OPENED; count += 1) {
    const { applicationId, caseNumber } = await anAcceptedProject(of, EVERYTHING);
    const accepted = await recordedAt(intake, applicationId, 'intake.application-accepted');
    const opened = await recordedAt(approval, applicationId, 'approval.case-opened');
    if (count >= WARM_UP) durations.push(opened - accepted);
    numbers.push(caseNumber);
  }
  const path = (caseNumber: string) => `/api/cases/${caseNumber}`;
  const looks = await ask({
    kinds: [
      { name: 'the desk of an approver', client: cast.approver, path },
      { name: 'the desk of the head', client: head, path },
    ],
    about: numbers,
    times: LOOKS,
    inFlight: 1,
  });
  const name = `${NODES} nodes open after acceptance`;
  return [{ name, spread: spreadOf(durations) }, ...looks.slice(0, -1)];
}

/** Milliseconds since 1970, by the clock of the database server that both services write to. */
async function recordedAt(client: pg.Client, application: string, event: string): Promise<number> {
  const { rows } = await client.query<{ at: number }>(
    `select (extract(epoch from max(recorded_at)) * 1000)::float8 as at from journal
    where correlation = $1 and cause = (select cause from journal where correlation = $1 and name = $2 limit 1)`,
    [application, event],
  );
  const at = rows[0]?.at;
  if (typeof at !== 'number') throw new Error(`${event} of ${application} is not recorded`);
  return at;
}
