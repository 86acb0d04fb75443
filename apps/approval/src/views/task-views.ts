import type {
  FindWorkTransferReply,
  FindWorkTransferRequest,
  ListOfficersReply,
  ListOfficersRequest,
  ListTasksReply,
  ListTasksRequest,
  TaskRow,
} from '@onewindow/contracts';
import { holds, type Actor, type Clock, type Instant, type Person } from '@onewindow/kernel';
import { decodeCursor, encodeCursor } from '@onewindow/service';
import { approvalRefusals } from '../domain/approval-refusals.js';
import { isOfficerOf } from '../domain/officers.js';
import type { ActingRules } from '../domain/officers/act.js';
import type { Matter } from '../domain/officers/recusal.js';
import type { WorkTransfer } from '../domain/officers/work-transfer.js';
import { trackId, type Track } from '../domain/track/track.js';
import { officerRow, type OfficerLine } from './officer-row.js';
import type { ActingFacts } from './records.js';
import { standingIn } from './standing-of-looker.js';
import { actionsOfTask } from './task-actions.js';

const LINES_OF_A_PAGE = 50;

export interface TaskLine {
  readonly id: string;
  readonly urgency: string;
  readonly caseNumber: string;
  readonly item: string;
  readonly itemName: string;
  readonly stage: string;
  readonly stageName: string;
  readonly role: string;
  readonly kind: string;
  readonly status: string;
  readonly applicantName: string;
  readonly premisesName: string;
  readonly address: string;
  readonly officer: string | null;
  readonly officerName: string | null;
  readonly greenLane: boolean;
  readonly dueOn: string | null;
  readonly lamp: Lamp | null;
}

export type Lamp = 'red' | 'yellow' | 'blue';

/** Whose tasks, always of one agency and region. */
export interface TaskQuery {
  readonly agency: string;
  readonly region: string;
  readonly of: 'mine' | 'pool' | 'agency';
  readonly account: string;
  readonly now: Instant;
  readonly item?: string;
  readonly stage?: string;
  readonly lamp?: Lamp;
  readonly text?: string;
}

/** What the guard rests on for every task of a page, as of one moment. */
export interface TasksInFull {
  readonly tracks: readonly { readonly track: Track; readonly matter: Matter }[];
  readonly acting: ActingFacts;
}

/** What the views of tasks read. */
export interface TaskRecords {
  tasks(
    query: TaskQuery,
    limit: number,
    after?: { readonly key: string; readonly id: string },
  ): Promise<readonly TaskLine[]>;
  inFull(
    trackIds: readonly string[],
    asking: { readonly account: string; readonly agency: string },
  ): Promise<TasksInFull>;
  lamps(query: TaskQuery): Promise<ListTasksReply['lamps']>;
  roster(agency: string, limit: number, after: string): Promise<readonly OfficerLine[]>;
  transfer(transferId: string): Promise<WorkTransfer | undefined>;
}

/** What officers have to do, as each may see it; also the DI token. */
export class TaskViews {
  constructor(
    private readonly deps: {
      readonly records: TaskRecords;
      readonly rules: ActingRules;
      readonly now: Clock;
    },
  ) {}

  /** Only of one’s own agency; what another agency has to do is its own business. */
  async list(request: ListTasksRequest, actor: Actor): Promise<ListTasksReply> {
    const { of = 'mine', item, stage, lamp, text, limit = LINES_OF_A_PAGE, cursor } = request;
    if (actor.kind !== 'person' || actor.department === undefined) return NOTHING;
    const query: TaskQuery = {
      agency: actor.department,
      region: actor.region,
      of,
      account: actor.id,
      now: this.deps.now(),
      ...(item !== undefined && { item }),
      ...(stage !== undefined && { stage }),
      ...(lamp !== undefined && { lamp }),
      ...(text !== undefined && { text }),
    };
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const [lines, lamps] = await Promise.all([
      this.deps.records.tasks(query, limit + 1, after),
      this.deps.records.lamps(query),
    ]);
    const shown = lines.slice(0, limit);
    const last = lines.length > limit ? shown.at(-1) : undefined;
    const actions = await this.actionsOn(shown, query, actor);
    return {
      tasks: shown.map((line, at) => taskRow(line, actions[at] ?? { actions: [] })),
      lamps,
      ...(last && { nextCursor: encodeCursor(last.urgency, last.id) }),
    };
  }

  /** The guard of each act is asked for each task of the page: what it refuses is not offered. */
  private async actionsOn(
    lines: readonly TaskLine[],
    { agency, account, now }: TaskQuery,
    actor: Person,
  ): Promise<readonly Pick<TaskRow, 'actions' | 'withheld'>[]> {
    if (lines.length === 0) return [];
    const ids = [...new Set(lines.map(({ caseNumber, item }) => trackId(caseNumber, item)))];
    const { tracks, acting } = await this.deps.records.inFull(ids, { account, agency });
    const byId = new Map(
      tracks.map((each) => [trackId(each.track.caseNumber, each.track.item), each]),
    );
    return lines.map(({ caseNumber, item, stage }) => {
      const found = byId.get(trackId(caseNumber, item));
      if (found === undefined) return { actions: [] };
      const { track, matter } = found;
      const standing = standingIn({ of: matter, acting }, this.deps.rules, now)(agency);
      return actionsOfTask(stage, track, actor, standing);
    });
  }

  async officers(request: ListOfficersRequest, actor: Actor): Promise<ListOfficersReply> {
    const { limit = LINES_OF_A_PAGE, cursor } = request;
    const own = actor.kind === 'person' ? actor.department : undefined;
    const agency = request.agency ?? own;
    const may = agency === own || holds(actor, 'administrator', 'auditor');
    if (agency === undefined || !may) return { officers: [] };
    const after = cursor === undefined ? '' : decodeCursor(cursor).id;
    const lines = await this.deps.records.roster(agency, limit + 1, after);
    const shown = lines.slice(0, limit);
    const last = lines.length > limit ? shown.at(-1) : undefined;
    const now = this.deps.now();
    return {
      officers: shown.map((line) => officerRow(line, now, actor)),
      ...(last && { nextCursor: encodeCursor('', last.officer.account) }),
    };
  }

  async transfer(
    { transferId }: FindWorkTransferRequest,
    actor: Actor,
  ): Promise<FindWorkTransferReply> {
    const found = await this.deps.records.transfer(transferId);
    const may =
      found !== undefined &&
      (isOfficerOf(actor, found.agency, 'agency-head') ||
        holds(actor, 'administrator') ||
        actor.id === found.account);
    if (!may) throw approvalRefusals.refuse('work-transfer-not-found');
    const { status, account, to, reason, party, begunAt, finishedAt, reassigned, toPool } = found;
    return {
      transferId,
      status,
      account,
      ...(to !== undefined && { to }),
      reason,
      ...(party?.kind === 'organisation' && { creditCode: party.creditCode }),
      begunAt,
      ...(finishedAt !== undefined && { finishedAt }),
      reassigned,
      toPool,
    };
  }
}

const NOTHING: ListTasksReply = { tasks: [], lamps: { red: 0, yellow: 0, blue: 0, none: 0 } };

function taskRow(
  line: TaskLine,
  actions: Pick<TaskRow, 'actions' | 'withheld'>,
): ListTasksReply['tasks'][number] {
  const { id: _, urgency: __, officer, officerName, dueOn, lamp, ...shown } = line;
  return {
    ...(shown as Omit<TaskRow, 'actions'>),
    ...(officer !== null && { officer }),
    ...(officerName !== null && { officerName }),
    ...(dueOn !== null && { dueOn }),
    ...(lamp !== null && { lamp }),
    ...actions,
  };
}
