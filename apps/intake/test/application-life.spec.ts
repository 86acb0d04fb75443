import * as fc from 'fast-check';
import { Refusal } from '@onewindow/kernel';
import type { Application } from '../src/domain/application.js';
import { applicationLifecycle } from '../src/domain/application-lifecycle.js';
import { unnumbered } from '../src/domain/paper-numbers.js';
import { resultPapers } from '../src/domain/results.js';
import { instantAfter } from '../src/domain/terms.js';
import { NUMBERS_DEADLINE } from '../src/use-cases/aggregates.js';
import { aMemoryIntake } from './a-memory-intake.js';
import { anAct, file, type Act } from './random-acts.js';

const SEED = Number(process.env['OW_SEED'] ?? Date.now() % 0x7fffffff);

/** Lives that are known to reach everything: chance would miss the rarest now and then. */
const REACHING_SEED = 11;

type Intake = ReturnType<typeof aMemoryIntake>;

/** What every moment of an application has to show, whatever came before. */
type Check = (after: Application, before: Application, intake: Intake) => void;

const aLife = fc.record({
  correctionMissed: fc.constantFrom('reminder', 'withdrawn', 'refused', 'returned'),
  materials: fc.subarray(['form', 'report', 'licence']),
  electronicService: fc.boolean(),
  acts: fc.array(anAct, { minLength: 1, maxLength: 50, size: 'max' }),
});

/** Lives many random lives; `OW_SEED=<seed>` repeats them. */
async function throughout(check: Check, seed = SEED): Promise<void> {
  process.stderr.write(`seed ${seed}\n`);
  const property = fc.asyncProperty(aLife, async (life) => {
    const intake = aMemoryIntake({ correctionMissed: life.correctionMissed });
    const id = await file(intake, life.materials, life.electronicService);
    for (const act of life.acts) {
      const before = intake.application(id);
      await attempt(act, intake, id);
      check(intake.application(id), before, intake);
    }
  });
  await fc.assert(property, { seed, numRuns: 300 });
}

/** A refusal is an answer; anything else is a defect. */
async function attempt(act: Act, intake: Intake, id: string): Promise<void> {
  const before = intake.application(id);
  const { deadlines } = intake.memory;
  try {
    await act(intake, id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(intake.application(id)).toBe(before);
    expect(intake.memory.deadlines).toEqual(deadlines);
  }
}

const factsOf = ({ memory }: Intake, name: string) =>
  memory.facts.filter((each) => each === name).length;

describe('The random lives', () => {
  it('reach every state and a rating, so that the rest is not said of nothing', async () => {
    const reached = new Set<string>();
    await throughout(({ status, rating }) => {
      reached.add(status);
      if (rating !== undefined) reached.add('rated');
    }, REACHING_SEED);

    expect([...reached].toSorted()).toEqual([...applicationLifecycle.states, 'rated'].toSorted());
  });
});

describe('Throughout the life of an application', () => {
  it('its status changes only along the table', () =>
    throughout((after, before) => {
      const steps = applicationLifecycle
        .actionsFrom(before.status)
        .map((action) => applicationLifecycle.next(before.status, action));

      expect([before.status, ...steps]).toContain(after.status);
    }));

  it('it is corrected, accepted, dispatched and rated at most once each', () =>
    throughout((after, _, intake) => {
      for (const once of [
        'correction-requested',
        'application-accepted',
        'results-dispatched',
        'service-rated',
      ]) {
        expect(factsOf(intake, once)).toBeLessThanOrEqual(1);
      }
      const notices = after.papers.filter(({ kind }) => kind === 'correction-notice');
      expect(notices).toHaveLength(after.correction === undefined ? 0 : 1);
    }));

  it('no paper is lost, and no record of its service but into the one that corrects it', () =>
    throughout((after, before) => {
      for (const [at, { service, ...paper }] of before.papers.entries()) {
        const { service: now, ...same } = after.papers[at]!;
        expect(same).toMatchObject(paper);
        if (service === undefined) continue;
        const records = [now, ...(now?.replaced ?? [])].map((each) => each?.servedAt);
        expect(records).toContain(service.servedAt);
      }
      const numbers = after.papers.map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
    }));

  it('nobody is served electronically without having agreed to it', () =>
    throughout(({ papers, electronicService }) => {
      for (const { service } of papers) {
        if (!electronicService) expect(service?.method).not.toBe('electronic');
        else expect(service).toBeDefined();
      }
    }));

  it('every result has its papers, and whoever is served electronically has them all', () =>
    throughout((application) => {
      const { results, status, papers } = application;
      const numbers = resultPapers(application);
      expect(numbers).toEqual(
        results.flatMap(({ decision, licence }) => [decision.number, licence!.number]),
      );
      if (status !== 'dispatched') return;
      expect(results).toHaveLength(application.items.length);
      // What left by post waits for its receipt.
      if (!application.electronicService) return;
      const unserved = papers.filter(
        ({ number, service }) => numbers.includes(number) && service === undefined,
      );
      expect(unserved).toEqual([]);
    }));

  it('no file is lost but one that was replaced because it was wrong', () =>
    throughout((after, before) => {
      const wrong = (before.correction?.remarks ?? []).map(({ material }) => material);
      for (const { material, files } of before.materials) {
        const now = after.materials.find((held) => held.material === material)?.files ?? [];
        if (!wrong.includes(material)) expect(now.slice(0, files.length)).toEqual(files);
        else expect(now.length).toBeGreaterThan(0);
      }
    }));

  it('an acceptance stands, and by silence it is that of the receipt', () =>
    throughout((after, before) => {
      if (before.acceptance !== undefined) expect(after.acceptance).toBe(before.acceptance);
      const { acceptance, receivedAt } = after;
      if (acceptance === undefined) return;
      const { by, acceptedAt, recordedAt } = acceptance;
      expect(acceptedAt <= recordedAt).toBe(true);
      if (by === 'silence') expect(acceptedAt).toBe(receivedAt);
      // What the clerk accepts after the term would begin every clock too late.
      else if (before.status === 'submitted' && before !== after)
        expect(recordedAt < instantAfter(after.answerBy)!).toBe(true);
    }));

  it('exactly the deadline that its state waits for is armed', () =>
    throughout(({ status, answerBy, correction }, _, { memory, time }) => {
      const waitsFor = {
        submitted: { kind: 'answer', date: answerBy },
        corrected: { kind: 'answer', date: answerBy },
        'awaiting-correction': { kind: 'correction', date: correction?.correctBy ?? {} },
      }[status as string];
      const dueAt = waitsFor && instantAfter(waitsFor.date);

      const armed = memory.deadlines
        .filter(({ kind }) => kind !== NUMBERS_DEADLINE)
        .map((each) => [each.kind, each.dueAt]);
      const isPast = dueAt !== undefined && dueAt <= time.now;

      if (armed.length === 0) expect(dueAt === undefined || isPast).toBe(true);
      else expect(armed).toEqual([[waitsFor?.kind, dueAt]]);
    }));

  it('the number of a decision is asked for exactly while it is not known', () =>
    throughout((after, _, { memory }) => {
      const asked = memory.deadlines.some(({ kind }) => kind === NUMBERS_DEADLINE);

      expect(asked).toBe(unnumbered(after).length > 0);
    }));
});
