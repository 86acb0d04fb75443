import { Sha256, Text, Whole } from '../fields.js';

/** Bytes by their hash; messages never carry the bytes. */
export class FileReference {
  @Sha256() hash!: string;
  @Text({ max: 200 }) name!: string;
  @Text({ max: 100 }) mediaType!: string;
  /** Bytes. */
  @Whole() size!: number;
}
