import { defineEntity, p } from '@mikro-orm/core';
import type { Application } from '../../domain/application.js';
import type {
  ImplementationEdition,
  StoredImplementation,
} from '../../domain/catalogue/implementation-edition.js';
import type { ItemVersion } from '../../domain/catalogue/item-version.js';
import type { Guidance } from '../../domain/guidance/guidance.js';
import type { LockerFile } from '../../domain/locker.js';
import type { Bundle, BundleEdition, CatalogueItem } from '../../domain/service-item.js';

/** What lists read of an application; the columns beside the state are derived from it by the database. */
const application = defineEntity({
  name: 'ApplicationRow',
  tableName: 'application',
  properties: {
    id: p.string().primary(),
    state: p.json<Application>().lazy(),
    number: p.string(),
    caseNumber: p.string().nullable(),
    status: p.string(),
    region: p.string(),
    applicantAccount: p.string(),
    creditCode: p.string(),
    applicantName: p.string(),
    receivedAt: p.string(),
  },
});
export class ApplicationRow extends application.class {}
application.setClass(ApplicationRow);

const catalogueItem = defineEntity({
  name: 'CatalogueItemRow',
  tableName: 'catalogue_item',
  properties: {
    id: p.string().primary(),
    state: p.json<CatalogueItem>().lazy(),
    name: p.string(),
    decidingAgencyName: p.string(),
    themes: p.json<readonly string[]>().nullable(),
    lifeEvents: p.json<readonly string[]>().nullable(),
    decidingAgency: p.string(),
    supervisingDepartment: p.string().nullable(),
    retiredOn: p.string().nullable(),
  },
});
export class CatalogueItemRow extends catalogueItem.class {}
catalogueItem.setClass(CatalogueItemRow);

const itemVersion = defineEntity({
  name: 'ItemVersionRow',
  tableName: 'item_version',
  properties: {
    id: p.string().primary(),
    state: p.json<ItemVersion>().lazy(),
    code: p.string(),
    number: p.integer(),
    inForceSince: p.string().nullable(),
  },
});
export class ItemVersionRow extends itemVersion.class {}
itemVersion.setClass(ItemVersionRow);

const implementation = defineEntity({
  name: 'ImplementationRow',
  tableName: 'implementation',
  properties: {
    id: p.string().primary(),
    state: p.json<StoredImplementation>().lazy(),
    /** Null where the district handles the item no more, or not yet; so are those below. */
    item: p.string().nullable(),
    district: p.string().nullable(),
    level: p.string().nullable(),
    agency: p.string().nullable(),
    agencyName: p.string().nullable(),
  },
});
export class ImplementationRow extends implementation.class {}
implementation.setClass(ImplementationRow);

const implementationEdition = defineEntity({
  name: 'ImplementationEditionRow',
  tableName: 'implementation_edition',
  properties: {
    id: p.string().primary(),
    state: p.json<ImplementationEdition>().lazy(),
    implementation: p.string(),
    number: p.integer(),
    inForceSince: p.string().nullable(),
  },
});
export class ImplementationEditionRow extends implementationEdition.class {}
implementationEdition.setClass(ImplementationEditionRow);

const bundle = defineEntity({
  name: 'BundleRow',
  tableName: 'bundle',
  properties: {
    id: p.string().primary(),
    state: p.json<Bundle>(),
    planned: p.boolean(),
    /** At least one of its items can be applied for. */
    offered: p.boolean(),
  },
});
export class BundleRow extends bundle.class {}
bundle.setClass(BundleRow);

const bundleEdition = defineEntity({
  name: 'BundleEditionRow',
  tableName: 'bundle_edition',
  properties: {
    id: p.string().primary(),
    state: p.json<BundleEdition>().lazy(),
    code: p.string(),
    number: p.integer(),
  },
});
export class BundleEditionRow extends bundleEdition.class {}
bundleEdition.setClass(BundleEditionRow);

const guidance = defineEntity({
  name: 'GuidanceRow',
  tableName: 'guidance',
  properties: {
    id: p.string().primary(),
    state: p.json<Guidance>().lazy(),
  },
});
export class GuidanceRow extends guidance.class {}
guidance.setClass(GuidanceRow);

const lockerFile = defineEntity({
  name: 'LockerFileRow',
  tableName: 'locker_file',
  properties: {
    id: p.string().primary(),
    state: p.json<LockerFile>().lazy(),
    ownerAccount: p.string(),
    creditCode: p.string(),
    material: p.string(),
    storedAt: p.string(),
  },
});
export class LockerFileRow extends lockerFile.class {}
lockerFile.setClass(LockerFileRow);

/** What lists read of a paper in the register. */
const paper = defineEntity({
  name: 'PaperRow',
  tableName: 'paper',
  properties: {
    reference: p.string().primary(),
    number: p.string(),
    agency: p.string(),
    kind: p.string(),
    item: p.string().nullable(),
    itemName: p.string().nullable(),
    holder: p.string().nullable(),
    issuedAt: p.string(),
    corrects: p.string().nullable(),
    publicItem: p.string().nullable(),
    withheld: p.array(),
    secret: p.boolean(),
    ofPerson: p.boolean(),
  },
});
export class PaperRow extends paper.class {}
paper.setClass(PaperRow);

const calendarYear = defineEntity({
  name: 'CalendarYearRow',
  tableName: 'calendar_year',
  properties: { id: p.string().primary() },
});
export class CalendarYearRow extends calendarYear.class {}
calendarYear.setClass(CalendarYearRow);

export const entities = [
  application,
  catalogueItem,
  itemVersion,
  implementation,
  implementationEdition,
  bundle,
  bundleEdition,
  guidance,
  lockerFile,
  paper,
  calendarYear,
];
