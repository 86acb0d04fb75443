import type pg from 'pg';

/** Where a process dies: before its commit reaches the database, in the middle of it, or after it and before anybody was told. */
export const KILL_POINTS = ['before', 'inside', 'after'] as const;
export type KillPoint = (typeof KILL_POINTS)[number];

export class Killed extends Error {
  override readonly name = 'Killed';
}

interface Statement extends pg.QueryConfig {
  readonly name: string;
}

const isCommit = (statement: unknown): statement is Statement =>
  (statement as Partial<Statement>).name === 'journal-commit';

/** The connections of one process, which end for good at a point of its next commit. What it has in memory is never asked again. */
export class Killable {
  readonly pool: pg.Pool;
  isDead = false;
  private point: KillPoint | undefined;
  private before = 0;

  constructor(private readonly shared: pg.Pool) {
    this.pool = Object.create(shared, {
      query: { value: (statement: Statement, values?: unknown[]) => this.query(statement, values) },
      connect: { value: () => this.connect() },
    }) as pg.Pool;
  }

  /** At its next commit, or at the one that follows so many. */
  dieAt(point: KillPoint, commitsBefore = 0): void {
    this.point = point;
    this.before = commitsBefore;
  }

  spare(): void {
    this.point = undefined;
  }

  private async query(statement: Statement, values?: unknown[]): Promise<unknown> {
    this.requireAlive();
    const { point } = this;
    if (point === undefined || !isCommit(statement) || this.before > 0) {
      const result = await this.shared.query<object>(statement, values);
      // What lost against another process has not committed.
      if (isCommit(statement) && result.rows.length === 0 && this.before > 0) this.before -= 1;
      this.requireAlive();
      return result;
    }
    if (point === 'after') {
      const result = await this.shared.query(statement);
      // It lost against another process and committed nothing yet: the next attempt may.
      if (result.rows.length > 0) return result;
    }
    this.isDead = true;
    if (point === 'inside') await this.inside(statement);
    throw new Killed(`killed ${point} its commit`);
  }

  /** Everything is written, and the connection goes away before it is committed. */
  private async inside(statement: Statement): Promise<void> {
    const client = await this.shared.connect();
    await client.query('begin');
    await client.query(statement);
    client.release(true);
  }

  private connect(): Promise<pg.PoolClient> {
    this.requireAlive();
    return this.shared.connect();
  }

  private requireAlive(): void {
    if (this.isDead) throw new Killed('a dead process asks nothing');
  }
}
