import { Refusal } from '@onewindow/kernel';
import type { Pool, PoolClient } from 'pg';
import { constraintOf, failureOf } from '../database-errors.js';
import { faultPoint, isArmed } from '../fault-points.js';
import { backoffMs, pauseFor } from '../pause.js';
import { journalRefusals } from '../refusals.js';
import { commitStatement, type LostRow } from './commit-statement.js';
import type { EncodedUnit } from './encoded-unit.js';

export type Outcome =
  | { readonly kind: 'committed' }
  /** A row that the unit read or wrote has moved. */
  | { readonly kind: 'conflict' }
  /** The command was answered before. */
  | { readonly kind: 'repeated'; readonly answer: string; readonly requestHash: string }
  /** The message was handled before. */
  | { readonly kind: 'handled' }
  /** The deadline was fired, moved or disarmed before. */
  | { readonly kind: 'stale' }
  /** A unique value of an aggregate belongs to another one. */
  | { readonly kind: 'taken'; readonly constraint: string };

export interface GroupCommitLimits {
  readonly inFlight: number;
  readonly mostUnits: number;
  readonly mostCharacters: number;
  /** Units that may wait; past it the refusal `busy`. */
  readonly mostWaiting: number;
  /** How long the outcome of a commit is sought after the connection was lost. */
  readonly inDoubtMs: number;
}

export const GROUP_COMMIT_LIMITS: GroupCommitLimits = {
  inFlight: 2,
  mostUnits: 64,
  mostCharacters: 1_000_000,
  mostWaiting: 2_000,
  inDoubtMs: 20_000,
};

interface Waiting {
  readonly unit: EncodedUnit;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Constraints of which a violation means that another transaction came first, which the next attempt will see. */
const RACES = /^(command_receipt|inbox|journal|deadline)_.*(pkey|key)$|_pkey$/;

/**
 * Commits independent units together: few statements are in flight, each takes whatever has gathered. A unit is answered
 * when its statement is committed; it never waits for one that comes later.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private inFlight = 0;
  private idle: (() => void)[] = [];

  constructor(
    private readonly pool: Pool,
    private readonly limits: GroupCommitLimits,
  ) {}

  submit(unit: EncodedUnit): Promise<Outcome> {
    if (this.waiting.length >= this.limits.mostWaiting) throw journalRefusals.refuse('busy');
    return new Promise((resolve, reject) => {
      this.waiting.push({ unit, resolve, reject });
      this.next();
    });
  }

  /** Resolves when nothing waits and nothing is in flight. */
  async drained(): Promise<void> {
    if (this.inFlight === 0 && this.waiting.length === 0) return;
    await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  /**
   * Commits one unit that is too large for a statement: its pieces follow one another in one transaction of their own, so
   * everything is written or nothing. The next piece is made when the one before it has been sent.
   */
  async together(pieces: Iterable<EncodedUnit>): Promise<Outcome> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      for (const piece of pieces) {
        const { values, ...statement } = commitStatement([piece]);
        const { rows } = await client.query<LostRow>({ ...statement, values: [...values] });
        const [lost] = rows;
        if (lost === undefined) continue;
        await client.query('rollback');
        client.release();
        return outcomeOf(lost);
      }
      await client.query('commit');
      client.release();
      return { kind: 'committed' };
    } catch (error) {
      client.release(true);
      const constraint = failureOf(error) === 'taken' ? constraintOf(error) : undefined;
      if (constraint === undefined) throw error;
      return { kind: 'taken', constraint };
    }
  }

  private next(): void {
    while (this.inFlight < this.limits.inFlight && this.waiting.length > 0) {
      const group = this.take();
      this.inFlight += 1;
      void this.settle(group).finally(() => {
        this.inFlight -= 1;
        this.next();
      });
    }
    if (this.inFlight === 0) for (const resolve of this.idle.splice(0)) resolve();
  }

  /** The oldest units that do not touch each other's rows. */
  private take(): Waiting[] {
    const { mostUnits, mostCharacters } = this.limits;
    const written = new Set<string>();
    const seen = new Set<string>();
    const group: Waiting[] = [];
    let characters = 0;
    const left: Waiting[] = [];
    for (const each of this.waiting) {
      const { unit } = each;
      const fits =
        group.length === 0 ||
        (group.length < mostUnits &&
          characters + unit.characters <= mostCharacters &&
          !unit.exclusive.some((key) => seen.has(key)) &&
          !unit.shared.some((key) => written.has(key)));
      if (!fits) {
        left.push(each);
        continue;
      }
      group.push(each);
      characters += unit.characters;
      for (const key of unit.exclusive) written.add(key);
      for (const key of [...unit.exclusive, ...unit.shared]) seen.add(key);
    }
    this.waiting = left;
    return group;
  }

  private async settle(group: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.commit(group.map((each) => each.unit));
      for (const [number, each] of group.entries()) {
        each.resolve(outcomes.get(number) ?? { kind: 'committed' });
      }
    } catch (error) {
      // A refusal is about the database, whose patience is used up for all of them.
      if (group.length === 1 || error instanceof Refusal) return this.fail(group, error);
      // One of them spoils the statement; alone each has its own end.
      for (const each of group) await this.settle([each]);
    }
  }

  private fail(group: readonly Waiting[], error: unknown): void {
    const constraint = failureOf(error) === 'taken' ? constraintOf(error) : undefined;
    for (const each of group) {
      if (constraint === undefined) each.reject(error);
      else each.resolve({ kind: 'taken', constraint });
    }
  }

  /** Sends the same units again until it is known what became of them: whatever was committed says so. */
  private async commit(units: readonly EncodedUnit[]): Promise<Map<number, Outcome>> {
    const since = performance.now();
    for (let attempt = 0; ; attempt += 1) {
      try {
        const rows = await this.send(units);
        return new Map(rows.map((row) => [row.unit, outcomeOf(row)]));
      } catch (error) {
        const patienceMs = this.patienceMs(error, units.length, attempt);
        if (patienceMs === 0) throw error;
        if (performance.now() - since > patienceMs) {
          throw journalRefusals.refuse('database-unavailable');
        }
        await pauseFor(backoffMs(attempt, 5, 500));
      }
    }
  }

  /** For how long an error is worth another attempt, in milliseconds. */
  private patienceMs(error: unknown, units: number, attempt: number): number {
    switch (failureOf(error)) {
      case 'lost':
        return this.limits.inDoubtMs;
      case 'unavailable':
        return 2_000;
      case 'again':
        return units > 1 && attempt > 2 ? 0 : 10_000;
      case 'taken':
        return attempt < 3 && RACES.test(constraintOf(error) ?? '') ? 10_000 : 0;
      case 'defect':
        return 0;
    }
  }

  private async send(units: readonly EncodedUnit[]): Promise<readonly LostRow[]> {
    const command = units.some((unit) => unit.sections.receipts !== undefined);
    if (command) faultPoint('command.before-transaction');
    const { values, ...statement } = commitStatement(units);
    const query = { ...statement, values: [...values] };
    const { rows } =
      command && isArmed('command.inside-transaction')
        ? await this.inSteps((client) => client.query<LostRow>(query))
        : await this.pool.query<LostRow>(query);
    if (command) faultPoint('command.after-transaction');
    return rows;
  }

  /** Only while a fault is armed: a statement of its own cannot be interrupted inside its transaction. */
  private async inSteps<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const result = await work(client);
      faultPoint('command.inside-transaction');
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

const outcomeOf = ({ outcome, answer, request_hash }: LostRow): Outcome =>
  outcome === 'repeated'
    ? { kind: 'repeated', answer: answer ?? 'null', requestHash: request_hash ?? '' }
    : { kind: outcome };
