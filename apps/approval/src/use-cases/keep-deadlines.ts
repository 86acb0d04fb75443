import type { AggregateKind, Changes, Instant } from '@onewindow/kernel';

type Deadlines = Readonly<Record<string, Instant | undefined>>;

/** Arms, moves and disarms what differs, in the transaction of the change itself. */
export function keepDeadlines(
  changes: Changes,
  { kind, id }: { readonly kind: AggregateKind<any, any>; readonly id: string },
  before: Deadlines,
  after: Deadlines,
): void {
  for (const [name, dueAt] of Object.entries(after)) {
    if (dueAt === before[name]) continue;
    if (dueAt === undefined) changes.disarm(kind, id, name);
    else changes.arm(kind, id, { kind: name, dueAt });
  }
}
