import { Optional, Text, Whole } from '../fields.js';

/** How much of a list, and from where. */
export class Page {
  @Optional() @Whole({ min: 1, max: 200 }) limit?: number;
  /** As the answer before gave it. */
  @Optional() @Text({ max: 200 }) cursor?: string;
}
