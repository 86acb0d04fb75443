import type { PlaceUnderQuota } from '@onewindow/contracts';
import type { LegalDate } from '@onewindow/kernel';
import type { JournalStep } from '@onewindow/service';
import type { Licence } from '../domain/licence/licence.js';
import type { Counting } from '../domain/track/track-clock.js';
import type { CaseFile } from './records.js';

/** Everything that one look at the progress rests on. */
export interface Followed {
  readonly file: CaseFile;
  readonly licences: readonly Licence[];
  readonly journal: readonly JournalStep[];
  /** For each track, in their order: its place where permits are limited. */
  readonly places: readonly (PlaceUnderQuota | undefined)[];
  readonly counting: Counting;
  readonly today: LegalDate;
}
