import type { Actor, Instant, UnmetRule, UseCasePorts } from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import type { ConsultationRules } from '../domain/consultation/asking.js';
import type { OwnThresholds } from '../domain/clock/warnings.js';
import type { AgenciesByName } from '../domain/plan/agencies-of-plan.js';
import type { WaitingTracks } from '../domain/plan/earlier-results.js';
import type { AppealBodiesOfPlace, AppealTermsOfPlace } from '../domain/track/appeal.js';
import type { Candidate, WorkRules } from '../domain/officers/assigning.js';
import type { Officer } from '../domain/officers/officer.js';
import type { MatterHad } from '../domain/officers/rotation.js';
import type { DraftRule } from '../domain/track/draft.js';
import type { ReportFile } from '../domain/track/track.js';

/** What the gateway certified about an upload, or why its receipt is not accepted. */
export type ReceiptReading =
  { readonly file: ReportFile } | { readonly unreadable: readonly UnmetRule[] };

/** Reads the receipts of uploads; the key that signed them is the gateway's. */
export interface FileReceipts {
  /** Only a file that this person uploaded is accepted. */
  read(receipt: string, uploader: string): Promise<ReceiptReading>;
}

/** Where a department is served: its participant, if an instance of it is deployed. */
export type SupervisingInstance = (department: string) => string | undefined;

/** Handovers that could not be sent yet. */
export interface WaitingHandovers {
  ids(): Promise<readonly string[]>;
}

/** The filings for one item in one period that were accepted before another one. */
export interface EarlierFilings {
  readonly region: string;
  readonly item: string;
  readonly since: Instant;
  readonly before: Instant;
  readonly acceptedAt: Instant;
  readonly caseNumber: string;
}

/** Which items have a quota, and the order in which filings under it were accepted. */
export interface Quotas {
  exists(region: string, item: string): Promise<boolean>;
  /** One was published here: what was known before is old. */
  changed(): void;
  /** The case number of the first that is not decided; by instant of acceptance, then by case number. */
  earliestUndecided(filings: EarlierFilings): Promise<string | undefined>;
}

/** An officer in post, and how much is open: tasks of items with a site visit, and others. */
export interface OfficerAtWork {
  readonly officer: Officer;
  readonly open: { readonly usual: number; readonly siteVisit: number };
}

/** Who is at work in the agencies; counted beside the transaction, which looks at the chosen officer itself again. */
export interface OfficersAtWork {
  /** By agency; one without published officers is not among them. */
  of(agencies: readonly string[]): Promise<ReadonlyMap<string, readonly OfficerAtWork[]>>;
  /** For each of these stages, in their order: the last matters of an applicant in which an officer of its agency had it. */
  lastWith(
    applicant: string,
    stages: readonly StageOfAgency[],
    most: number,
  ): Promise<readonly (readonly MatterHad[])[]>;
  /** The tasks of an officer in the order of their ids, behind this one. */
  tasksOf(account: string, after: string, most: number): Promise<readonly TaskOfOfficer[]>;
}

export interface TaskOfOfficer {
  readonly id: string;
  readonly trackId: string;
  readonly stage: string;
}

export interface StageOfAgency {
  readonly agency: string;
  readonly stage: string;
}

/** What the law leaves to the place. */
export interface ApprovalPlaceRules {
  readonly work: WorkRules;
  readonly workingDaysToServe: number;
  readonly handoverAckWorkingDays: number;
  readonly warnAtShareLeft: number;
  readonly warnAtWorkingDaysLeft: number;
  readonly consultation: ConsultationRules;
  /** Working days an interested party has to state its case after the notice was served. */
  readonly workingDaysToState: number;
  /** Whether every decision is drafted and reviewed before it is signed. */
  readonly decisionDraft: DraftRule;
  /** Lamps of single clocks, instead of the two figures above. */
  readonly warnings?: OwnThresholds;
  /** Whether a promise waits with a track that waits for an earlier result; absent: every clock runs. */
  readonly waitingTracks?: WaitingTracks;
  /** The agencies that go by the names which plans of bundles give their departments; absent: none is known. */
  readonly agenciesByName?: AgenciesByName;
  /** The bodies of both routes; what is said of their terms follows from `appealTerms`. */
  readonly appealRoutes: AppealBodiesOfPlace;
  readonly appealTerms: AppealTermsOfPlace;
}

/** Who is at work in the agencies as it was counted, and how much each officer got since. */
export interface Workload {
  readonly counted: Map<string, readonly Candidate[]>;
  readonly givenOut: Map<string, number>;
  /** The matters among it, by applicant and stage. */
  readonly matters: Map<string, readonly MatterHad[]>;
}

export interface ApprovalDependencies extends UseCasePorts {
  /** The working calendar that is in force: asked inside the transaction, so that a commit on an older one is run again. */
  readonly calendar: () => WorkingCalendar;
  readonly place: ApprovalPlaceRules;
  readonly supervisingInstance: SupervisingInstance;
  readonly waitingHandovers: WaitingHandovers;
  readonly officers: OfficersAtWork;
  /** In a batch: one for all of it. */
  readonly workload?: Workload;
  readonly receipts: FileReceipts;
  readonly quotas: Quotas;
  /** The same for the same content, and for no other: of what is drafted, reviewed and signed. */
  readonly fingerprint: (content: object) => string;
  /** An unguessable code for the verification link of a licence. */
  readonly newVerificationCode: () => string;
}

/** Who asks; approval owns the case and decides what that person may do with it. */
export interface Asking {
  readonly actor: Actor;
}
