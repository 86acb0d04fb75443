/** The uploaded report by the hash of its bytes. */
export interface ReportFile {
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}
