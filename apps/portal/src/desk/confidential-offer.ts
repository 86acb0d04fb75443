import type { FieldSchema } from './form/field-kinds.js';
import { actBehind, offerOn, type Offer } from './offers.js';

const ACT = 'mark-confidential';

/**
 * The form for marking: of which item is asked where there are several, and who has marked nothing yet has to mark something; who has may
 * take all of it off.
 */
export function marking(
  applicationId: string,
  names: ReadonlyMap<string, string>,
  isMarked: boolean,
  everyItem: string,
): readonly Offer[] {
  const declared = actBehind(ACT)?.body?.properties?.['marks'];
  if (declared === undefined) return [];
  const marks = {
    ...declared,
    minItems: isMarked ? 0 : 1,
    items: ofItems(declared, names, everyItem),
  };
  return offerOn(ACT, { applicationId }, { fields: { marks } });
}

function ofItems(
  { items = {} }: FieldSchema,
  names: ReadonlyMap<string, string>,
  everyItem: string,
): FieldSchema {
  const { item: _, ...ofEvery } = items.properties ?? {};
  if (names.size < 2) return { ...items, properties: ofEvery };
  const item: FieldSchema = {
    enum: ['', ...names.keys()],
    titles: { '': everyItem, ...Object.fromEntries(names) },
  };
  return { ...items, properties: { ...items.properties, item } };
}
