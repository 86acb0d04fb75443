import { addDays, endOfDay, instantOf, legalDateAt, type Instant } from '@onewindow/kernel';
import { Memory } from '@onewindow/testing/memory';
import { ANSWER_DEADLINE, APPLICATION, NUMBERS_DEADLINE } from '../src/use-cases/aggregates.js';
import { IntakeUseCases } from '../src/use-cases/intake-use-cases.js';
import type { IntakePlaceRules } from '../src/use-cases/ports.js';
import { aFile, CALENDAR, RECEIVED, TERMS } from './situations.js';

/** The use cases of intake on a memory, at a time that the spec moves. A receipt is `<uploader> <file name>`. */
export function aMemoryIntake(place: Partial<IntakePlaceRules> = {}) {
  const memory = new Memory();
  const time: { now: Instant } = { now: RECEIVED };
  const drawn = new Map<string, number>();
  let serial = 0;
  const intake = new IntakeUseCases({
    transact: memory.transact,
    now: () => time.now,
    newId: () => `id-${String((serial += 1))}`,
    calendar: () => CALENDAR,
    notices: { untold: async () => [], hearers: ['approval-bureau', 'supervision-city'] },
    calendars: { years: async () => [], hearers: ['approval-bureau', 'supervision-city'] },
    region: '379900',
    newQueryCode: () => '7KQ4M2XW9H',
    place: { ...TERMS, ...place },
    papers: {
      find: () => Promise.resolve(undefined),
      numbersOf: async (references) =>
        new Map(references.map((reference) => [reference, `${reference}号`])),
    },
    numbers: {
      next: async (series) => {
        const next = (drawn.get(series) ?? 0) + 1;
        drawn.set(series, next);
        return next;
      },
    },
    checkAnswers: TERMS.checkAnswers,
    bundles: { asking: async () => [] },
    catalogueFiles: {
      read: async () => ({ items: [], implementations: [], bundles: [], guidance: [], faults: [] }),
      breathe: () => Promise.resolve(),
    },
    receipts: {
      read: async (receipt) => {
        const [uploadedBy = '', name = ''] = receipt.split(' ');
        return { file: aFile(name), uploadedBy };
      },
    },
  });

  /** Days go by, and every deadline that passes runs its policy. */
  async function pass(days: number): Promise<void> {
    const until = endOfDay(addDays(legalDateAt(time.now), days));
    for (;;) {
      const next = memory.deadlines.find(({ dueAt }) => dueAt <= until);
      if (next === undefined) break;
      if (next.dueAt > time.now) time.now = next.dueAt;
      const passed = { applicationId: next.id, legal: next.dueAt };
      memory.settle(next);
      if (next.kind === NUMBERS_DEADLINE) await intake.tellNumbers(next.id);
      else if (next.kind === ANSWER_DEADLINE) await intake.acceptBySilence(passed);
      else await intake.lapseCorrection(passed);
    }
    time.now = instantOf(until);
  }

  const application = (id: string) => {
    const state = memory.stateOf(APPLICATION, id);
    if (state === undefined) throw new Error(`there is no application ${id}`);
    return state;
  };

  return { intake, memory, time, pass, application };
}
