import type { BundlePlan } from './catalogue/bundle-plan.js';
import type { NationalFields, NationalMaterial } from './catalogue/national-fields.js';
import type { OrderedChange } from './catalogue/ordered-change.js';
import type { Instant, LegalDate } from '@onewindow/kernel';
import type { Form } from './forms/form.js';
import type { ItemTerm } from './terms.js';

export interface AskedMaterial extends NationalMaterial {
  readonly code: string;
  readonly name: string;
  readonly necessity: 'required' | 'optional' | 'may-follow';
  readonly source: 'applicant' | 'government' | 'intermediary';
  readonly acceptanceStandard: string;
  /** The service 中介服务 whose agencies make it, where only an intermediary can. */
  readonly intermediaryService?: string;
  /** The item whose result it is: where a bundle has that before this one, it is not asked for. */
  readonly resultOf?: string;
  /** Whole months after it was made that it may be handed in. */
  readonly validMonths?: number;
  /** How it is filled in, where it is a form. */
  readonly sample?: SampleForm;
}

/** A filled-in sample 示范文本 of a form. */
export interface SampleForm {
  readonly title: string;
  readonly fields: readonly {
    readonly label: string;
    readonly example: string;
    readonly note?: string;
  }[];
}

export interface LampThreshold {
  readonly lamp: 'blue' | 'yellow' | 'red';
  readonly workingDaysLeft: number;
  readonly percentLeft?: number;
}

/** By clock, mildest lamp first. */
export type ItemWarnings = Partial<
  Record<'statutory' | 'promised' | 'certificate', LampThreshold[]>
>;

/** What the handling of an application needs to know of an item. */
export interface HandlingItem {
  readonly code: string;
  readonly name: string;
  readonly decidingAgency: string;
  readonly decidingAgencyName: string;
  readonly supervisingDepartment?: string;
  readonly statutoryTerm: ItemTerm;
  readonly promisedTerm?: ItemTerm;
  /** Lamps that the item sets instead of the place; the bureau lights them. */
  readonly warnings?: ItemWarnings;
  readonly siteVisit: boolean;
  readonly resultName: string;
  readonly validityYears?: number;
  /** The term of its law in which a permit has to be used or lapses; the bureau arms it. */
  readonly lapse?: {
    readonly unit: 'working-day' | 'calendar-day' | 'month' | 'year';
    readonly count: number;
    readonly from: 'decision' | 'service';
    readonly source: string;
  };
}

/** A service item 政务服务事项 with all that 许可法 30 asks to be published. */
export interface PublishedItem extends HandlingItem, NationalFields {
  readonly itemType: string;
  readonly handlingType: string;
  readonly basicCode?: string;
  readonly implementationCode?: string;
  readonly legalBasis: readonly string[];
  readonly conditions: readonly string[];
  readonly procedure: readonly string[];
  readonly materials: readonly AskedMaterial[];
  readonly quantityLimit: string;
  readonly charged: boolean;
  readonly feeBasis?: string;
  readonly consultation: string;
  readonly complaints: string;
}

/** An item on its way to publication: anything may still be missing. */
export type DraftedItem = Partial<PublishedItem>;

/** The version of an item that is in force; what applications are filed under. */
export interface CatalogueItem {
  readonly id: string;
  readonly edition: number;
  readonly item: PublishedItem;
  /** The number of that version; absent on what was published before versions were kept. */
  readonly version?: number;
  /** Changes of the power behind it, in the order in which they were ordered. */
  readonly powers?: readonly OrderedChange[];
  /** Set when nobody may file for it any more. */
  readonly retired?: Retirement;
}

export interface Retirement {
  readonly on: LegalDate;
  readonly reason: string;
}

export type CatalogueItemEvent =
  | { readonly type: 'item-published'; readonly edition: number; readonly version?: number }
  | { readonly type: 'item-retired'; readonly retirement: Retirement }
  | { readonly type: 'power-changed'; readonly change: OrderedChange };

export type BundleHandling = 'joint' | 'side-by-side';

export interface Bundle {
  readonly id: string;
  readonly edition: number;
  readonly name: string;
  readonly items: readonly string[];
  readonly jointInspection: readonly string[];
  /** Joint handling under 许可法 26② has a term of its own (42②); absent: side by side. */
  readonly handling?: BundleHandling;
  /** How its parts depend on one another; a bundle that is only a list has none. */
  readonly plan?: BundlePlan;
  /** What it asks beside its items. */
  readonly form?: Form;
  /** What its conditions turned on when it was published: asked on, where an item has come to ask it no more. */
  readonly decisive?: Form['properties'];
}

/** A published edition of a bundle. Its content is never changed. */
export interface BundleEdition extends Bundle {
  readonly code: string;
  readonly publishedAt: Instant;
}

export type BundleEditionEvent = { readonly type: 'bundle-edition-kept'; readonly edition: number };

export type BundleEvent = { readonly type: 'bundle-published'; readonly edition: number };

/** What the catalogue knows of what was applied for; an entry is missing where nothing is published. */
export interface Catalogue {
  readonly items: ReadonlyMap<string, CatalogueItem>;
  readonly bundle?: Bundle;
}
