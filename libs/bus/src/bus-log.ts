/** What a line carries beside its sentence: ids, counts and codes, never payloads. */
export type BusLogFields = Readonly<Record<string, string | number | boolean | undefined>> & {
  readonly error?: never;
};

/** Where the bus writes what somebody may have to look at. */
export interface BusLog {
  info(sentence: string, fields?: BusLogFields): void;
  /** Heals by itself, or somebody tried something that was refused. */
  caution(sentence: string, fields?: BusLogFields, error?: unknown): void;
  failure(sentence: string, error: unknown, fields?: BusLogFields): void;
}
