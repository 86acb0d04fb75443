/** A word for every kind: one that is forgotten does not compile. */
export type ByKind<Kind extends string> = Readonly<Record<Kind, string>>;
