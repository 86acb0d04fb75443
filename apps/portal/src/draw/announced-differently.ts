/** What the market announces of a project's draw beside the file itself. */
export interface Announced {
  readonly awards: readonly {
    readonly place: number;
    readonly agency: { readonly creditCode: string };
  }[];
  readonly publicValue?: { readonly value: string } | undefined;
}

export type Difference = 'award' | 'public-value';

interface Recorded {
  readonly ranking: readonly { readonly place: number; readonly creditCode: string }[];
  readonly publicValue: { readonly value: string };
}

/**
 * Where the market announces something else than a draw file says: a file may be right in itself while another agency got the award. The file
 * has to be one that was verified.
 */
export function announcedDifferently(
  { awards, publicValue }: Announced,
  document: object,
): readonly Difference[] {
  const { ranking, publicValue: recorded } = document as Recorded;
  const isAsDrawn = awards.every(({ place, agency }) =>
    ranking.some((each) => each.place === place && each.creditCode === agency.creditCode),
  );
  const isAsRead = publicValue === undefined || publicValue.value === recorded.value;
  return [
    ...(isAsDrawn ? [] : (['award'] as const)),
    ...(isAsRead ? [] : (['public-value'] as const)),
  ];
}
