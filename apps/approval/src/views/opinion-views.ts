import type {
  FindConsultationReply,
  FindConsultationRequest,
  FindInterestedPartiesReply,
  FindInterestedPartiesRequest,
  ListConsultationsReply,
  ListConsultationsRequest,
} from '@onewindow/contracts';
import type { Actor, Clock, Instant } from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import { decodeCursor, encodeCursor } from '@onewindow/service';
import type { ActingRules } from '../domain/officers/act.js';
import { approvalRefusals } from '../domain/approval-refusals.js';
import type { Consultation } from '../domain/consultation/consultation.js';
import { seesWholeConsultation, wasAsked } from '../domain/consultation/who-may-see.js';
import { isOfficerOf } from '../domain/officers.js';
import type { InterestedParties } from '../domain/interest/interested-parties.js';
import { trackId } from '../domain/track/track.js';
import { REVIEWING } from '../use-cases/acting.js';
import { consultationLine, consultationView } from './consultation-view.js';
import { partiesView } from './parties-view.js';
import type { ApprovalRecords } from './records.js';
import { standingIn } from './standing-of-looker.js';
import { actionsOn } from './track-actions.js';

const LINES_OF_A_PAGE = 50;

/** Where a list goes on: behind this one. */
export interface ConsultationPlace {
  readonly id: string;
}

export interface ConsultationRecords {
  consultation(id: string): Promise<Consultation | undefined>;
  interestedParties(id: string): Promise<InterestedParties | undefined>;
  /** Of the newest case first. */
  askedOf(
    query: {
      readonly region: string;
      readonly department: string;
      readonly answered?: ListConsultationsRequest['answered'];
    },
    limit: number,
    after?: ConsultationPlace,
  ): Promise<readonly Consultation[]>;
}

/** What can be read of what others say about a track; also the DI token. */
export class OpinionViews {
  constructor(
    private readonly deps: {
      readonly records: ConsultationRecords;
      readonly cases: Pick<ApprovalRecords, 'caseFile'>;
      /** What the place says of acting on tracks. */
      readonly rules: ActingRules;
      readonly calendar: () => WorkingCalendar;
      readonly now: Clock;
    },
  ) {}

  /** To whoever was not asked nothing was asked. */
  async findConsultation(
    { caseNumber, item }: FindConsultationRequest,
    actor: Actor,
  ): Promise<FindConsultationReply> {
    const { records, now } = this.deps;
    const consultation = await records.consultation(trackId(caseNumber, item));
    if (
      consultation === undefined ||
      !(seesWholeConsultation(consultation, actor) || wasAsked(consultation, actor))
    ) {
      throw approvalRefusals.refuse('not-consulted');
    }
    const at = now();
    return consultationView(
      consultation,
      actor,
      at,
      await this.mayAskMore(consultation, actor, at),
    );
  }

  /** Asked of the guard as the desk asks it, so that both offer the same. */
  private async mayAskMore(
    { caseNumber, item, agency }: Consultation,
    actor: Actor,
    at: Instant,
  ): Promise<boolean> {
    if (actor.kind !== 'person' || !isOfficerOf(actor, agency, ...REVIEWING.roles)) return false;
    const file = await this.deps.cases.caseFile(caseNumber, actor.id);
    const track = file?.tracks.find((each) => each.item === item);
    if (file === undefined || track === undefined) return false;
    const { actions } = actionsOn(track, actor, standingIn(file, this.deps.rules, at));
    return actions.includes('consult-departments');
  }

  /** The deciding agency and auditors see all of it; a party that named itself sees itself. */
  async findInterestedParties(
    { caseNumber, item }: FindInterestedPartiesRequest,
    actor: Actor,
  ): Promise<FindInterestedPartiesReply> {
    const found = await this.deps.records.interestedParties(trackId(caseNumber, item));
    const seen = found && partiesView(found, actor, this.deps.calendar());
    if (seen === undefined) throw approvalRefusals.refuse('party-not-found');
    return seen;
  }

  async listConsultations(
    { answered, cursor, limit = LINES_OF_A_PAGE }: ListConsultationsRequest,
    actor: Actor,
  ): Promise<ListConsultationsReply> {
    const department = actor.kind === 'person' ? actor.department : undefined;
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    if (actor.kind !== 'person' || department === undefined) return { consultations: [] };
    const found = await this.deps.records.askedOf(
      { region: actor.region, department, ...(answered !== undefined && { answered }) },
      limit + 1,
      after,
    );
    const shown = found.slice(0, limit);
    const now = this.deps.now();
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      consultations: shown.flatMap((each) => consultationLine(each, department, now)),
      ...(last && {
        nextCursor: encodeCursor(last.caseNumber, trackId(last.caseNumber, last.item)),
      }),
    };
  }
}
