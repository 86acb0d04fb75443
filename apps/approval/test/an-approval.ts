import {
  type AggregateKind,
  type Change,
  type Changes,
  type Deadline,
  type Instant,
  type Transact,
} from '@onewindow/kernel';
import { WorkingCalendar } from '@onewindow/statutory-clock';
import { ApprovalUseCases } from '../src/use-cases/approval-use-cases.js';
import type { OpenCase } from '../src/use-cases/open-case.js';
import type { ApprovalDependencies } from '../src/use-cases/ports.js';
import { ACCEPTED, anItem, APPLICATION, appealRoutes, CASE, REPORT } from './fixtures.js';

type AnyKind = AggregateKind<any, any>;

/** What a ledger would keep, in memory: everything of a piece of work, or nothing. */
export class Memory {
  private states = new Map<string, object>();
  private armed = new Map<string, Instant>();
  readonly facts: string[] = [];

  readonly transact: Transact = async (work) => {
    const states = new Map(this.states);
    const armed = new Map(this.armed);
    const facts: string[] = [];
    const result = await work(this.changesOf(states, armed, facts));
    this.states = states;
    this.armed = armed;
    this.facts.push(...facts);
    return result;
  };

  stateOf<State extends object>(kind: AggregateKind<State, any>, id: string): State | undefined {
    return this.states.get(`${kind.name} ${id}`) as State | undefined;
  }

  all<State extends object>(kind: AggregateKind<State, any>): State[] {
    return [...this.states]
      .filter(([key]) => key.startsWith(`${kind.name} `))
      .map(([, state]) => state as State);
  }

  deadlinesOf(kind: AnyKind, id: string): Record<string, Instant> {
    const prefix = `${kind.name} ${id} `;
    return Object.fromEntries(
      [...this.armed]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, dueAt]) => [key.slice(prefix.length), dueAt]),
    );
  }

  private changesOf(
    states: Map<string, object>,
    armed: Map<string, Instant>,
    facts: string[],
  ): Changes {
    const keep = (kind: AnyKind, id: string, change: Change<object, { readonly type: string }>) => {
      if (change.events.length === 0) return;
      states.set(`${kind.name} ${id}`, change.state);
      facts.push(...change.events.map(({ type }) => type));
    };
    const find = async (kind: AnyKind, id: string) => states.get(`${kind.name} ${id}`);
    const memory = {
      find,
      load: async (kind: AnyKind, id: string) => {
        const state = await find(kind, id);
        if (state === undefined) throw new Error(`there is no ${kind.name} ${id}`);
        return state;
      },
      create: keep,
      save: keep,
      arm: (kind: AnyKind, id: string, { kind: name, dueAt }: Deadline) =>
        void armed.set(`${kind.name} ${id} ${name}`, dueAt),
      disarm: (kind: AnyKind, id: string, name: string) =>
        void armed.delete(`${kind.name} ${id} ${name}`),
    };
    return memory as unknown as Changes;
  }
}

/** The use cases of approval on a memory, at a time that the spec moves. */
export function anApproval(changes: Partial<ApprovalDependencies> = {}) {
  const memory = new Memory();
  const time = { now: ACCEPTED };
  let serial = 0;
  const next = (name: string) => `${name}-${String((serial += 1))}`;
  const approval = new ApprovalUseCases({
    transact: memory.transact,
    now: () => time.now,
    newId: () => next('id'),
    calendar: WorkingCalendar.published(),
    place: {
      workingDaysToServe: 10,
      handoverAckWorkingDays: 3,
      warnAtShareLeft: 0.2,
      warnAtWorkingDaysLeft: 1,
      appealRoutes: {
        default: { ...appealRoutes, court: '有管辖权的人民法院' },
        bureau: appealRoutes,
      },
    },
    supervisingInstance: (department) => `supervision-${department}`,
    waitingHandovers: { ids: async () => [] },
    receipts: { read: async () => ({ file: REPORT }) },
    newVerificationCode: () => next('code'),
    ...changes,
  });
  return { approval, memory, time };
}

export const accepted = (changes: Partial<OpenCase> = {}): OpenCase => ({
  applicationId: APPLICATION,
  applicationNumber: 'A-1',
  caseNumber: CASE,
  region: '379900',
  applicantAccount: 'chen',
  applicant: { name: '某餐饮公司', creditCode: '91371500MA9YXW1T5X' },
  premises: { name: '湖畔小馆', address: '人民路 1 号' },
  acceptedAt: ACCEPTED,
  jointInspection: [],
  items: [anItem({ item: 'drainage' }), fireItem()],
  ...changes,
});

/** The brigade supervises what it decides. */
function fireItem() {
  const { supervisingDepartment: _, ...item } = anItem({
    item: 'fire',
    agency: 'fire-rescue',
    agencyName: '消防救援大队',
  });
  return item;
}
