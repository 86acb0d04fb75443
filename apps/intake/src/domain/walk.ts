/** What is reached from where a walk starts. */
export interface Walk {
  /** Each once, and before those that it leads to. */
  readonly order: readonly string[];
  /** The first circle that was met, its beginning repeated as its end; the order then means nothing. */
  readonly circle?: readonly string[];
}

/** Follows what leads to what, until everything was reached or the way comes back to itself. */
export function walk(starts: Iterable<string>, nextOf: (id: string) => readonly string[]): Walk {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (id: string): readonly string[] | undefined => {
    const at = path.indexOf(id);
    if (at >= 0) return [...path.slice(at), id];
    if (done.has(id)) return undefined;
    path.push(id);
    for (const next of nextOf(id)) {
      const circle = visit(next);
      if (circle !== undefined) return circle;
    }
    path.pop();
    done.add(id);
    return undefined;
  };
  for (const start of starts) {
    const circle = visit(start);
    if (circle !== undefined) return { order: [], circle };
  }
  return { order: [...done].toReversed() };
}
