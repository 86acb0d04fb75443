import type { StoredImplementation } from '../domain/catalogue/implementation-edition.js';
import type { Guidance } from '../domain/guidance/guidance.js';
import type { Bundle, CatalogueItem } from '../domain/service-item.js';

/** One entry of the catalogue on its way out. */
export type Written =
  | { readonly list: 'items'; readonly state: CatalogueItem }
  | { readonly list: 'implementations'; readonly state: StoredImplementation }
  | { readonly list: 'bundles'; readonly state: Bundle }
  | { readonly list: 'guidance'; readonly state: Guidance };

export type ListName = Written['list'];
export const LISTS: readonly ListName[] = ['items', 'implementations', 'bundles', 'guidance'];

/** A format in which the catalogue leaves: what stands before, between and after its entries. */
export interface FileFormat {
  readonly begin: string;
  readonly end: string;
  /** Between one list and the next. */
  opening(list: ListName): string;
  entry(written: Written, isFirst: boolean): string;
}
