import { CreditCode, InstantText, Nested, Optional, Sha256, Text, Whole } from '../fields.js';

/** Who answers for a report of an intermediary 中介机构, and under which project and contract it was made. */
export class FileProvenance {
  @Text({ max: 200 }) agencyName!: string;
  @CreditCode() agencyCreditCode!: string;
  @Text({ max: 60 }) projectNumber!: string;
  @Text({ max: 60 }) contractNumber!: string;
  @InstantText() deliveredAt!: string;
}

/** Bytes by their hash; messages never carry the bytes. */
export class FileReference {
  @Sha256() hash!: string;
  @Text({ max: 200 }) name!: string;
  @Text({ max: 100 }) mediaType!: string;
  /** Bytes. */
  @Whole() size!: number;
  /** Where it comes from, if the applicant did not make or upload it. */
  @Optional() @Nested(() => FileProvenance) provenance?: FileProvenance;
}
