import type { Actor, Instant, UseCasePorts } from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import type { UploadReading } from '../domain/contract.js';
import type { NoticeRules } from '../domain/project-request.js';

/** Reads the receipts of uploads; the key that signed them is the gateway's. */
export interface FileReceipts {
  read(token: string): Promise<UploadReading>;
}

/** Draws the next number of a series. Unique and rising; a number whose act failed is not used again. */
export interface NumberSeries {
  next(series: string): Promise<number>;
}

/** What the law leaves to the place. */
export interface MarketPlaceRules extends NoticeRules {
  readonly contractWorkingDays: number;
}

export interface MarketDependencies extends UseCasePorts {
  readonly receipts: FileReceipts;
  readonly numbers: NumberSeries;
  /** 32 random bytes in hexadecimal, unguessable. */
  readonly newSeed: () => string;
  /** The working calendar that is in force: asked inside the transaction, so that a commit on an older one is run again. */
  readonly calendar: () => WorkingCalendar;
  readonly place: MarketPlaceRules;
  /** Six-digit code of the city. */
  readonly region: string;
}

/** Who asks; the market decides what that person may do. */
export interface Asking {
  readonly actor: Actor;
}

/** When a deadline of a project passed in law. */
export interface DeadlinePassed {
  readonly projectNumber: string;
  readonly legal: Instant;
}
