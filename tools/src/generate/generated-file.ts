/** A file whose text follows from the code. */
export interface GeneratedFile {
  /** Below the root of the repository. */
  readonly path: string;
  readonly text: string;
}
