import { aggregateKind } from '@onewindow/kernel';
import type { Application, ApplicationEvent } from '../domain/application.js';
import type { LockerFile, LockerFileEvent } from '../domain/locker.js';
import type {
  Bundle,
  BundleEvent,
  CatalogueItem,
  CatalogueItemEvent,
} from '../domain/service-item.js';

export const APPLICATION = aggregateKind<Application, ApplicationEvent>('application');
export const CATALOGUE_ITEM = aggregateKind<CatalogueItem, CatalogueItemEvent>('catalogue-item');
export const LOCKER_FILE = aggregateKind<LockerFile, LockerFileEvent>('locker-file');
export const BUNDLE = aggregateKind<Bundle, BundleEvent>('bundle');

/** The deadlines of an application. */
export const ANSWER_DEADLINE = 'answer';
export const CORRECTION_DEADLINE = 'correction';
