import type { Candidate } from '../domain/officers/assigning.js';
import { lastOfficers, type MatterHad } from '../domain/officers/rotation.js';
import type { ApprovalDependencies, StageOfAgency } from './ports.js';

type Means = Pick<ApprovalDependencies, 'officers' | 'place' | 'workload'>;

/** What is known of officers beside the transaction: two questions for all the stages of a case, however many tracks it has. */
export class OfficersAsked {
  private readonly candidates: Map<string, readonly Candidate[]>;
  private readonly had = new Map<string, readonly MatterHad[]>();
  private readonly given: Map<string, readonly MatterHad[]>;

  constructor(private readonly deps: Means) {
    this.candidates = deps.workload?.counted ?? new Map<string, readonly Candidate[]>();
    this.given = deps.workload?.matters ?? new Map<string, readonly MatterHad[]>();
  }

  /** Asks for what is not known yet of these stages. */
  async askFor(applicant: string, stages: readonly StageOfAgency[]): Promise<void> {
    await this.count(stages.map(({ agency }) => agency));
    // Where nobody is published nothing is given out, whoever had it before.
    await this.lookBack(
      applicant,
      stages.filter(({ agency }) => this.counted(agency).length > 0),
    );
  }

  /** Who is at work in an agency that was asked for, with the load when it was counted. */
  counted(agency: string): readonly Candidate[] {
    return this.candidates.get(agency) ?? [];
  }

  /** Who has this stage in the last matters of an applicant beside one case, newest first. */
  lastWith(applicant: string, at: StageOfAgency, caseNumber: string): readonly string[] {
    const key = keyOf(applicant, at);
    const { mattersInARow } = this.deps.place.work;
    return lastOfficers(
      this.had.get(key) ?? [],
      this.given.get(key) ?? [],
      caseNumber,
      mattersInARow,
    );
  }

  /** What is given out counts for whatever is given out next. */
  note(applicant: string, at: StageOfAgency, matter: MatterHad): void {
    const key = keyOf(applicant, at);
    this.given.set(key, [...(this.given.get(key) ?? []), matter]);
  }

  private async count(agencies: readonly string[]): Promise<void> {
    const unknown = [...new Set(agencies)].filter((agency) => !this.candidates.has(agency));
    if (unknown.length === 0) return;
    const { weight } = this.deps.place.work;
    const found = await this.deps.officers.of(unknown);
    for (const agency of unknown) {
      const candidates = (found.get(agency) ?? []).map(({ officer, open }) => ({
        officer,
        openWork: open.usual * weight.usual + open.siteVisit * weight.siteVisit,
      }));
      this.candidates.set(agency, candidates);
    }
  }

  private async lookBack(applicant: string, stages: readonly StageOfAgency[]): Promise<void> {
    const unknown = new Map(
      stages.map((at) => [keyOf(applicant, at), at] as const).filter(([key]) => !this.had.has(key)),
    );
    if (unknown.size === 0) return;
    const { mattersInARow } = this.deps.place.work;
    const most = mattersInARow === 0 ? 0 : mattersInARow + TRACKS_OF_A_CASE;
    const last = await this.deps.officers.lastWith(applicant, [...unknown.values()], most);
    [...unknown.keys()].forEach((key, at) => this.had.set(key, last[at] ?? []));
  }
}

/** The case whose tracks are given out may itself be among the last matters, with as many tracks as a case has at most. */
const TRACKS_OF_A_CASE = 30;

const keyOf = (applicant: string, { agency, stage }: StageOfAgency): string =>
  JSON.stringify([applicant, agency, stage]);
