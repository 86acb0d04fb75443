import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { PostgresServer } from '@onewindow/local-servers';
import { MOST_CLIENTS, type CaseScript } from './case-script.js';
import { runPgbench, type PgbenchRun } from './pgbench.js';
import type { ServicePlan } from './sql-plan.js';

/** One measured run of pgbench over all databases at once. */
export interface SqlRun {
  readonly cases: number;
  readonly casesPerSecond: number;
  readonly failed: number;
  /** By participant: each database does whole transactions. */
  readonly casesOf: Readonly<Record<string, number>>;
  readonly clients: Readonly<Record<string, number>>;
}

export type Grouping = 'grouped' | 'single';

type Until = PgbenchRun['until'];

/** What the database alone makes of the services' statements. */
export class SqlCeiling {
  private runs = 0;
  /** Seconds of the whole machine that one case takes in each database. */
  private readonly costs = new Map<string, number>();

  constructor(
    private readonly program: string,
    private readonly server: PostgresServer,
    private readonly plans: readonly ServicePlan[],
    private readonly folder: string,
    private readonly signal: AbortSignal,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /** Runs each database alone for a moment, so that in a measured run all of them end at about the same time. */
  async calibrate(grouping: Grouping, seconds: number): Promise<void> {
    for (const plan of this.plans) {
      const began = performance.now();
      const { cases } = await this.runOne(plan, grouping, MOST_CLIENTS, { seconds });
      this.costs.set(keyOf(plan, grouping), (performance.now() - began) / 1000 / cases);
      await this.relayRest(plan);
    }
  }

  /** As many cases as take about so many seconds, in every database, with the relays beside them. */
  async measure(grouping: Grouping, seconds: number): Promise<SqlRun> {
    const costs = this.plans.map((plan) => this.costs.get(keyOf(plan, grouping)) ?? 1);
    const whole = costs.reduce((sum, each) => sum + each, 0);
    const cases = seconds / whole;
    const clients = costs.map((cost) => Math.max(1, Math.round((MOST_CLIENTS * cost) / whole)));
    const began = performance.now();
    const done = await Promise.all(
      this.plans.map(async (plan, index) => {
        const own = clients[index] ?? 1;
        const transactions = Math.ceil(cases / casesInOne(plan[grouping]) / own);
        const [run] = await Promise.all([
          this.runOne(plan, grouping, own, { transactions }),
          this.relay(plan, cases, seconds),
        ]);
        await this.relayRest(plan);
        return run;
      }),
    );
    const took = (performance.now() - began) / 1000;
    const mean = done.reduce((sum, each) => sum + each.cases, 0) / done.length;
    return {
      cases: mean,
      casesPerSecond: mean / took,
      failed: done.reduce((sum, each) => sum + each.failed, 0),
      casesOf: this.byParticipant(done.map((each) => each.cases)),
      clients: this.byParticipant(clients),
    };
  }

  private byParticipant(values: readonly number[]): Readonly<Record<string, number>> {
    return Object.fromEntries(
      this.plans.map(({ database }, index) => [database.participant, values[index] ?? 0]),
    );
  }

  private async runOne(plan: ServicePlan, grouping: Grouping, clients: number, until: Until) {
    const scripts = plan[grouping];
    const files = scripts.map(({ text, cases, weight }) => ({
      file: this.fileOf(plan, `${grouping}-${cases}`, text),
      weight,
    }));
    const { ofScript, failed } = await this.run(plan, files, clients, until);
    const cases = ofScript.reduce((sum, each, at) => sum + each * (scripts[at]?.cases ?? 0), 0);
    return { cases, failed };
  }

  /** One client, as the service's relay is one. */
  private async relay(plan: ServicePlan, cases: number, seconds: number): Promise<void> {
    const { relayPerCase, relayStatement } = plan.load;
    const transactions = Math.round(relayPerCase * cases);
    if (transactions === 0) return;
    const file = this.fileOf(plan, 'relay', `${relayStatement}\n`);
    const rate = transactions / seconds;
    await this.run(plan, [{ file, weight: 1 }], 1, { transactions }, rate);
  }

  /** What the relay has left belongs to the run, too. */
  private async relayRest({ database }: ServicePlan): Promise<void> {
    const client = new pg.Client({
      connectionString: this.server.superuserUrl(database.copy),
    });
    await client.connect();
    try {
      for (;;) {
        this.signal.throwIfAborted();
        const { rowCount } = await client.query('select from journal_assign_positions(250)');
        if (rowCount === 0) return;
      }
    } finally {
      await client.end();
    }
  }

  private run(
    { database }: ServicePlan,
    scripts: PgbenchRun['scripts'],
    clients: number,
    until: Until,
    rate?: number,
  ) {
    this.runs += 1;
    const { program, server, signal, runs: run } = this;
    const held = rate === undefined ? {} : { rate };
    const { port } = server;
    return runPgbench({ program, port, database, scripts, clients, until, run, signal, ...held });
  }

  private fileOf({ database }: ServicePlan, name: string, text: string): string {
    const file = join(this.folder, `${database.participant}-${name}.sql`);
    writeFileSync(file, text);
    return file;
  }
}

const keyOf = ({ database }: ServicePlan, grouping: Grouping): string =>
  `${database.participant} ${grouping}`;

/** Cases in one transaction of pgbench, on average. */
export function casesInOne(scripts: readonly CaseScript[]): number {
  const weights = scripts.reduce((sum, { weight }) => sum + weight, 0);
  return scripts.reduce((sum, { cases, weight }) => sum + cases * weight, 0) / weights;
}
