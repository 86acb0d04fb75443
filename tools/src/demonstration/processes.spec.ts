import { PublishProcessRequest, readPayload, type StageOfProcess } from '@onewindow/contracts';
import { DRAFTED_ITEMS } from './catalogue-entries.js';
import { DEMONSTRATION_ITEMS } from './items.js';
import { AGENCY_HEADS, DEMONSTRATION_OFFICERS, type DemonstrationOfficer } from './officers.js';
import { DEMONSTRATION_PROCESSES } from './processes.js';
import { PROJECT_PLAN, projectCatalogue } from './project.js';

type Term = { readonly unit: string; readonly days: number };
type Process = (typeof DEMONSTRATION_PROCESSES)[number];

/** Of any seven days running two are days of rest. */
const workingDays = ({ unit, days }: Term): number =>
  unit === 'working-day' ? days : days - 2 * Math.floor(days / 7);

const PUBLISHED = [...DEMONSTRATION_ITEMS, ...projectCatalogue().items];

/** For a decision, and as much again for a first review (许可法 42, 43). */
const LICENSING_LAW: Term = { unit: 'working-day', days: 20 };
const LICENSING_LAW_42 = () => '行政许可法 42';

const terms = new Map<string, Term>(
  [...DEMONSTRATION_ITEMS, ...DRAFTED_ITEMS].flatMap((item) =>
    'statutoryTerm' in item ? [[item.code, item.statutoryTerm] as const] : [],
  ),
);

/** What is only drafted names its agency in words that fit any city; here the bureau has the power. */
const agencyOf = (code: string): string =>
  PUBLISHED.find((item) => item.code === code)?.decidingAgency ?? 'bureau';

/** Everything that comes before a stage, on whatever way. */
const before = (stages: readonly StageOfProcess[], code: string): readonly string[] =>
  (stages.find((stage) => stage.code === code)?.after ?? []).flatMap((each) => [
    each,
    ...before(stages, each),
  ]);

/** The agency that does a stage: behind a first review it is the one that was reported to. */
function doneBy({ code, stages }: Process, stage: StageOfProcess): string {
  const first = stages.find(({ kind }) => kind === 'first-review');
  const reported = first !== undefined && before(stages, stage.code).includes(first.code);
  return stage.agency ?? (reported ? first.reportsTo?.agency : undefined) ?? agencyOf(code);
}

/** The published officers who may do a stage, by their post or an authorisation; a head does what is a head’s by the office. */
function able(process: Process, stage: StageOfProcess): readonly string[] {
  const deciding = process.stages.some(({ kind }) => kind === 'review')
    ? 'decide'
    : 'decide-at-window';
  const act = stage.kind === 'decision' ? deciding : 'review';
  const covers = ({ items, acts }: { readonly items?: string[]; readonly acts: string[] }) =>
    acts.includes(act) && (items === undefined || items.includes(process.code));
  const mayDo = ({ publication, authorisation }: DemonstrationOfficer) =>
    publication.agency === doneBy(process, stage) &&
    publication.roles?.includes(stage.role) === true &&
    (stage.role === 'agency-head' ||
      publication.competences.some(covers) ||
      (authorisation !== undefined && covers(authorisation)));
  return DEMONSTRATION_OFFICERS.filter(mayDo).map(({ publication }) => publication.account);
}

describe('A process of the demonstration city', () => {
  it('is there for every item of its catalogue and of the investment project, once', () => {
    const wanted = new Set<string>([
      ...[...DEMONSTRATION_ITEMS, ...DRAFTED_ITEMS].map(({ code }) => code),
      ...PROJECT_PLAN.nodes.flatMap(({ item }) => item ?? []),
    ]);

    expect(wanted.size).toBeGreaterThan(30);
    expect(DEMONSTRATION_PROCESSES.map(({ code }) => code).toSorted()).toEqual(
      [...wanted].toSorted(),
    );
  });

  it('is what an administrator may send', () => {
    const faults = DEMONSTRATION_PROCESSES.flatMap((process) => {
      const reading = readPayload(PublishProcessRequest, process, 'forbid');
      return reading.ok ? [] : reading.unmet.map(({ path }) => `${process.code} ${String(path)}`);
    });

    expect(faults).toEqual([]);
  });

  it.each(DEMONSTRATION_PROCESSES)('takes no longer than the law leaves $code', (process) => {
    const { code, within, stages } = process;
    const law = terms.get(code) ?? LICENSING_LAW;
    const reviewed = stages.flatMap(({ reportsTo }) => reportsTo?.within ?? []);

    expect(workingDays(within)).toBeLessThanOrEqual(workingDays(law));
    for (const each of reviewed) {
      expect(workingDays(each)).toBeLessThanOrEqual(workingDays(LICENSING_LAW));
    }
  });

  it('rests on the licensing law where the catalogue gives its item no term', () => {
    const without = DEMONSTRATION_PROCESSES.filter(({ code }) => !terms.has(code));

    expect(without.map(({ within }) => within.source)).toEqual(without.map(LICENSING_LAW_42));
  });

  it('has somebody among the published officers for every stage', () => {
    const nobody = DEMONSTRATION_PROCESSES.flatMap((process) =>
      process.stages
        .filter((stage) => able(process, stage).length === 0)
        .map((stage) => `${process.code} ${stage.code}: ${doneBy(process, stage)} ${stage.role}`),
    );

    expect(nobody).toEqual([]);
  });

  it('is decided by another than the reviewer', () => {
    const byOne = DEMONSTRATION_PROCESSES.filter((process) => {
      const of = (kind: StageOfProcess['kind']) =>
        process.stages
          .filter((stage) => stage.kind === kind)
          .flatMap((each) => able(process, each));
      const reviewers = of('review');
      return (
        reviewers.length > 0 &&
        !reviewers.some((one) => of('decision').some((other) => other !== one))
      );
    });

    expect(byOne.map(({ code }) => code)).toEqual([]);
  });

  it('names no agency whose head publishes nobody', () => {
    const agencies = DEMONSTRATION_PROCESSES.flatMap((process) =>
      process.stages.map((stage) => doneBy(process, stage)),
    );

    expect([...new Set(agencies)].filter((each) => !Object.hasOwn(AGENCY_HEADS, each))).toEqual([]);
  });
});
