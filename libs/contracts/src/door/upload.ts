import { Nested, Text } from '../fields.js';
import { FileReference } from '../parts/index.js';

export class FileUploaded {
  /** What a command hands in as proof of the upload; good for 24 hours, for the uploader alone. */
  @Text({ max: 4000 }) receipt!: string;
  @Nested(() => FileReference) file!: FileReference;
}
