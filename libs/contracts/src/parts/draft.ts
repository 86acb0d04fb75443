import { shapeOf } from '../validation/shape.js';
import { Optional, Text, Whole } from '../fields.js';
import { ServiceItem } from './item.js';

/** An item on its way to publication: the same fields, and any may still be missing. What is there has its right form. */
export class DraftItem extends ServiceItem {}
for (const { name } of shapeOf(ServiceItem).fields) Optional()(DraftItem.prototype, name);

/** Something that has to be put right, with where it stands and which provision asks for it. */
export class CatalogueFinding {
  /** Stable name of the rule: `legal-basis-in-force`. */
  @Text({ max: 80 }) rule!: string;
  @Optional() @Text({ max: 300 }) path?: string;
  /** Row of an imported file, counted from 1. */
  @Optional() @Whole({ min: 1 }) row?: number;
  /** The entry of the catalogue that it is about. */
  @Optional() @Text({ max: 200 }) subject?: string;
  @Text({ max: 2000 }) zh!: string;
  @Text({ max: 2000 }) en!: string;
  @Optional() @Text({ max: 200 }) source?: string;
}
