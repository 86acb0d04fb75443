import type { Actor, Instant, UnmetRule, UseCasePorts } from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import type { SchemaCheck } from '../domain/forms/answers.js';
import type { CatalogueFile } from '../domain/catalogue/catalogue-file.js';
import type { PaperContent } from '../domain/paper-content.js';
import type { HeldFile } from '../domain/application.js';
import type { CorrectionMissed } from '../domain/missed-correction.js';

/** What the gateway certified about an upload, or why its receipt is not accepted. */
export type ReceiptReading =
  | { readonly file: HeldFile; readonly uploadedBy: string }
  | { readonly unreadable: readonly UnmetRule[] };

/** Reads the receipts of uploads; the key that signed them is the gateway's. */
export interface FileReceipts {
  /** Without `allowed`, media types, only what may be a material is accepted. */
  read(token: string, allowed?: readonly string[]): Promise<ReceiptReading>;
}

/** Draws the next number of a series. Unique and rising; a number whose act failed is not used again. */
export interface NumberSeries {
  next(series: string): Promise<number>;
}

/** What the law leaves to the place. */
export interface IntakePlaceRules {
  readonly workingDaysToAccept: number;
  readonly workingDaysToCorrect: number;
  readonly correctionMissed: CorrectionMissed;
  /** The provision of the place that lets more follow than a reminder. */
  readonly correctionMissedSource?: string;
  /** What has to be made public of an item beside the particulars of the law (八公开). */
  readonly itemDisclosure: readonly string[];
}

/** The years for which a calendar was published, and who counts by them. */
export interface PublishedCalendars {
  years(): Promise<readonly string[]>;
  /** Every participant that has to be told. */
  readonly hearers: readonly string[];
}

/** What was told of the catalogue, and who keeps something of it. */
export interface CatalogueNotices {
  /** Notices of which somebody who takes part was not told, oldest first. */
  untold(): Promise<readonly string[]>;
  /** Every participant that has to be told. */
  readonly hearers: readonly string[];
}

/** Bundles as they are published. */
export interface BundlesOnFile {
  /** Codes of the bundles that hold one of the items, or name it in their plan. */
  asking(items: readonly string[]): Promise<readonly string[]>;
}

/** Reads uploaded catalogues. */
export interface CatalogueFiles {
  /** Never throws at what a file holds: that is told as faults. */
  read(file: HeldFile): Promise<CatalogueFile>;
  /** Lets others have their turn; a file may be large. */
  breathe(): Promise<void>;
}

/** The register of papers, and what each of them says. */
export interface PapersOnFile {
  /** By the official number or by the reference. */
  find(number: string): Promise<PaperOnFile | undefined>;
  /** The official numbers of those that are in the register, by reference. */
  numbersOf(references: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface PaperOnFile {
  readonly reference: string;
  readonly applicationId: string;
  readonly content?: PaperContent;
}

export interface IntakeDependencies extends UseCasePorts {
  readonly papers: PapersOnFile;
  readonly receipts: FileReceipts;
  readonly numbers: NumberSeries;
  /** The working calendar that is in force: asked inside the transaction, so that a commit on an older one is run again. */
  readonly calendar: () => WorkingCalendar;
  readonly calendars: PublishedCalendars;
  readonly notices: CatalogueNotices;
  readonly bundles: BundlesOnFile;
  readonly catalogueFiles: CatalogueFiles;
  /** Holds answers against a form. */
  readonly checkAnswers: SchemaCheck;
  readonly place: IntakePlaceRules;
  /** An unguessable query code 查询码. */
  readonly newQueryCode: () => string;
  /** Six-digit code of the city. */
  readonly region: string;
}

/** Who asks; the service that owns the application decides what that person may do with it. */
export interface Asking {
  readonly actor: Actor;
}

/** When a deadline passed in law, and when that is recorded. */
export interface DeadlinePassed {
  readonly applicationId: string;
  readonly legal: Instant;
}
