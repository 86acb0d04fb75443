import type {
  FindCaseReply,
  FindCaseRequest,
  ListCasesReply,
  ListCasesRequest,
  VerifyLicenceReply,
  VerifyLicenceRequest,
} from '@onewindow/contracts';
import { legalDateAt, type Actor, type Clock } from '@onewindow/kernel';
import { decodeCursor, encodeCursor } from '@onewindow/service';
import { approvalRefusals } from '../domain/approval-refusals.js';
import type { ActingRules } from '../domain/officers/act.js';
import type { Counting } from '../domain/track/track-clock.js';
import { caseView } from './case-view.js';
import { standingIn } from './standing-of-looker.js';
import { verifiedLicence } from './licence-verification.js';
import type { ApprovalRecords, CaseQuery } from './records.js';
import { isVisible, visibleTo } from '../domain/case/visible-to.js';

const LINES_OF_A_PAGE = 50;

export interface ViewDependencies {
  readonly records: ApprovalRecords;
  readonly counting: () => Counting;
  /** What the place says of acting on tracks. */
  readonly rules: ActingRules;
  readonly now: Clock;
}

/** Everything that can be read of approval; also the DI token. */
export class ApprovalViews {
  constructor(private readonly deps: ViewDependencies) {}

  /** A case that is not one's own to see is not there. */
  async findCase({ caseNumber }: FindCaseRequest, actor: Actor): Promise<FindCaseReply> {
    const account = actor.kind === 'person' ? actor.id : undefined;
    const file = await this.deps.records.caseFile(caseNumber, account);
    if (file === undefined || !isVisible(file.of, visibleTo(actor))) {
      throw approvalRefusals.refuse('case-not-found');
    }
    const { counting, now, rules } = this.deps;
    const at = now();
    const today = legalDateAt(at);
    const standing = standingIn(file, rules, at);
    return caseView(file, { actor, counting: counting(), now: at, today, standing });
  }

  async listCases(request: ListCasesRequest, actor: Actor): Promise<ListCasesReply> {
    const { status, agency, text, limit = LINES_OF_A_PAGE, cursor } = request;
    const query: CaseQuery = {
      visibility: visibleTo(actor),
      ...(status !== undefined && { status }),
      ...(agency !== undefined && { agency }),
      ...(text !== undefined && { text }),
    };
    const place = cursor === undefined ? undefined : decodeCursor(cursor);
    const after = place && { acceptedAt: place.key, caseNumber: place.id };
    const { lines, total } = await this.deps.records.cases(query, limit + 1, after);
    const cases = lines.slice(0, limit);
    const last = lines.length > limit ? cases.at(-1) : undefined;
    return {
      cases: cases.map((each) => ({ ...each })),
      total,
      ...(last && { nextCursor: encodeCursor(last.acceptedAt, last.caseNumber) }),
    };
  }

  async verifyLicence({ licenceNumber, code }: VerifyLicenceRequest): Promise<VerifyLicenceReply> {
    const licence = await this.deps.records.licence(licenceNumber);
    return verifiedLicence(licence, code, this.deps.now());
  }
}
