export interface DrawnAgency {
  readonly name: string;
  readonly creditCode: string;
}

interface Recorded {
  readonly ranking: readonly { readonly place: number; readonly creditCode: string }[];
  readonly list: { readonly entries: readonly DrawnAgency[] };
}

/** Who came first by a draw file that has been verified; undefined where the document is none. */
export function drawnAgency(document: unknown): DrawnAgency | undefined {
  if (typeof document !== 'object' || document === null || !('ranking' in document)) {
    return undefined;
  }
  const { ranking, list } = document as Recorded;
  const first = ranking.find(({ place }) => place === 1);
  return list.entries.find(({ creditCode }) => creditCode === first?.creditCode);
}
