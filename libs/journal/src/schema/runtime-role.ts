export interface RuntimeRole {
  /** The role that the service runs under: it may insert and select in the journal, no more. */
  readonly runtimeRole: string;
}
