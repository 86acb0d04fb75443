import { Code, DateOnly, Flag, InstantText, Nested, Optional, Text, Uuid } from '../fields.js';
import { FileReference } from './file.js';

/** A file of the own locker 材料库 handed in for one material of the guide. */
export class MaterialFromLocker {
  @Code() material!: string;
  @Text({ max: 200 }) lockerFile!: string;
}

/** A file that its owner may use again. */
export class LockerEntry {
  /** Its id, to hand it in or to fetch it by. */
  @Text({ max: 200 }) lockerFile!: string;
  @Code() material!: string;
  @Text({ max: 300 }) materialName!: string;
  @Nested(() => FileReference) file!: FileReference;
  @InstantText() storedAt!: string;
  /** Last day on which it may be handed in; absent: without an end. */
  @Optional() @DateOnly() validUntil?: string;
  @Flag() usable!: boolean;
  /** The application that it was made for. */
  @Uuid() applicationId!: string;
}
