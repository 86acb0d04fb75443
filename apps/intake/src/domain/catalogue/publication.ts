import type { UnmetRule } from '@onewindow/kernel';
import { unmet } from '../unmet.js';
import type { DraftedItem, PublishedItem } from '../service-item.js';
import { basicRules } from './basic-rules.js';
import { unmetOfBases } from './legal-bases.js';
import type { PublicationTerms } from './national-fields.js';
import { missingParticulars, PARTICULARS } from './particulars.js';
import { qualityRules } from './quality-rules.js';

/** All that keeps an item from being published, so that it is put right in one go. */
export const unmetForPublication = (
  item: DraftedItem,
  { on, disclosure }: PublicationTerms,
): readonly UnmetRule[] => [
  ...missingFields(item),
  ...missingParticulars(item, disclosure),
  ...basicRules.flatMap((requirement) => requirement(item)),
  ...qualityRules.flatMap((requirement) => requirement(item)),
  ...unmetOfBases(item, on),
];

/** A draft that nothing is missing of. */
export const isComplete = (item: DraftedItem): item is PublishedItem =>
  REQUIRED.every((field) => item[field] !== undefined);

/** Fields without which nobody could file, beside the particulars that are told by their own names. */
const REQUIRED = [
  'code',
  'name',
  'itemType',
  'handlingType',
  'decidingAgency',
  'decidingAgencyName',
  'legalBasis',
  'conditions',
  'procedure',
  'statutoryTerm',
  'materials',
  'quantityLimit',
  'charged',
  'siteVisit',
  'resultName',
  'consultation',
  'complaints',
] as const satisfies readonly (keyof PublishedItem)[];

const TOLD_BY_NAME = new Set<string>(
  ['name', 'legal-basis', 'conditions', 'quantity', 'procedure', 'term', 'materials'].map(
    (name) => PARTICULARS[name as keyof typeof PARTICULARS].path,
  ),
);

const missingFields = (item: DraftedItem): readonly UnmetRule[] =>
  REQUIRED.filter((field) => item[field] === undefined && !TOLD_BY_NAME.has(field)).map((field) =>
    unmet('field-filled-in', `尚未填写 ${field}，请补充。`, `${field} is missing; fill it in.`, {
      path: field,
    }),
  );
