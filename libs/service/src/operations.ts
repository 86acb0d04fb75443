import type { Answering } from '@onewindow/bus';
import { answers, busRefusals } from '@onewindow/bus';
import {
  operationsOf,
  type JournalService,
  type ParticipantToken,
  type ReplayedMessage,
  type TraceEntry,
} from '@onewindow/contracts';
import {
  confirmRoute,
  JournalCounter,
  journalTrace,
  listParked,
  PARKED_REDERIVATION,
  producerOfParked,
  replayRoute,
  type DeadlineRunner,
  type Sweeper,
  type RouteReader,
} from '@onewindow/journal';
import { instantOf } from '@onewindow/kernel';
import type { Pool } from 'pg';
import type { CalendarGround } from './calendar/calendar-in-force.js';
import { hostClocks, type EffectsGuard } from './effects-guard.js';
import type { ServiceClock } from './service-clock.js';

/** The parts of a running service that its operations look at. */
export interface OperatedParts {
  readonly service: JournalService;
  readonly self: ParticipantToken;
  /** Of the city; roles of other regions do not count here. */
  readonly region: string;
  readonly pool: Pool;
  readonly clock: ServiceClock;
  readonly guard: EffectsGuard;
  readonly deadlines: DeadlineRunner;
  readonly sweeper: Sweeper<CalendarGround>;
  readonly readers: readonly RouteReader[];
}

/** What the journal tells and the class that declares it for the wire have the same shape, but for `readonly`. */
const asDeclared = <Declared extends object>(told: readonly object[]) => told as Declared[];

const DONE = { done: true } as const;

/** What every service answers beside its own contracts: how it is, its clock, and the protocol of those who hear it. */
export function operationsAnswered(parts: OperatedParts): readonly Answering[] {
  const forPeople = [...watching(parts), ...running(parts)];
  return [...forPeople.map((each) => inItsRegion(each, parts.region)), ...betweenServices(parts)];
}

/** Roles are given in a region: the auditor of another city has no business here. */
const inItsRegion = ({ contract, handler }: Answering, region: string): Answering => ({
  contract,
  handler: async (request, context) => {
    const { actor } = context;
    if (actor.kind !== 'person' || actor.region !== region) {
      throw busRefusals.refuse('not-permitted');
    }
    return handler(request, context);
  },
});

function watching(parts: OperatedParts): readonly Answering[] {
  const { pool, clock, deadlines } = parts;
  const counter = new JournalCounter(pool);
  const contracts = operationsOf(parts.service);
  return [
    answers(contracts.journalFigures, async () => {
      const figures = await counter.figures();
      return { ...figures, backlog: figures.backlog + (await unquiet(parts)) };
    }),
    answers(contracts.journalTrace, async ({ correlation }) => ({
      entries: asDeclared<TraceEntry>(await journalTrace(pool, correlation)),
    })),
    answers(contracts.listParked, async () => ({ parked: await listParked(pool) })),
    answers(contracts.clockState, async () => {
      const nextDeadline = await deadlines.nextDue();
      return {
        mode: clock.kind,
        now: clock.now(),
        ...(nextDeadline && { nextDeadline }),
        ...watchedClocks(parts.guard),
      };
    }),
  ];
}

function watchedClocks(guard: EffectsGuard) {
  const watched = guard.watched();
  if (watched === undefined) return {};
  const { peers, ...rest } = watched;
  return {
    effects: watched.haltReason === undefined ? ('recorded' as const) : ('halted' as const),
    ...rest,
    peers: peers.map((each) => ({ ...each })),
  };
}

function running(parts: OperatedParts): readonly Answering[] {
  const { pool, clock, guard } = parts;
  const contracts = operationsOf(parts.service);
  return [
    answers(contracts.retryParked, async ({ id }) => {
      await retryParked(parts, id);
      return DONE;
    }),
    answers(contracts.setClock, async ({ to }) => {
      await clock.moveTo(pool, instantOf(to));
      return DONE;
    }),
    answers(contracts.resumeEffects, async () => {
      await guard.resume();
      return DONE;
    }),
  ];
}

function betweenServices({ service, self, pool }: OperatedParts): readonly Answering[] {
  const contracts = operationsOf(service);
  return [
    answers(contracts.replay, async (request, { caller }) => {
      const messages = await replayRoute(pool, { self, reader: caller, ...request });
      return { messages: asDeclared<ReplayedMessage>(messages) };
    }),
    answers(contracts.confirm, async ({ applied }, { caller }) => {
      const { last } = await confirmRoute(pool, { reader: caller, applied });
      return { last, now: instantOf(hostClocks().hostMs) };
    }),
  ];
}

/** A message belongs to the reader of its route; what was derived in vain, to the sweeper; a refused deadline, to its runner. */
async function retryParked(
  { pool, readers, deadlines, sweeper }: OperatedParts,
  id: string,
): Promise<void> {
  const producer = await producerOfParked(pool, id);
  const reader = readers.find((each) => each.producer === producer);
  await (reader ?? (producer === PARKED_REDERIVATION ? sweeper : deadlines)).retry(id);
}

/** What is received but not applied, and what is due but not fired: invisible in the tables of figures. */
async function unquiet({ deadlines, readers, sweeper }: OperatedParts): Promise<number> {
  const busyReaders = readers.filter((each) => !each.isQuiet()).length;
  const loops = await Promise.all([deadlines.isQuiet(), sweeper.isQuiet()]);
  return busyReaders + loops.filter((isQuiet) => !isQuiet).length;
}
