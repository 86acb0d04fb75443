import { instantOf } from '@onewindow/kernel';
import { accepted, anApproval } from '../../test/an-approval.js';
import { anItem, anOfficer, decider, on, reviewer } from '../../test/fixtures.js';
import { aDefinition, aStage, decision, review } from '../../test/processes.js';
import type { ProcessDefinition } from '../domain/process/definition.js';
import { trackKind } from '../domain/track/track.js';

const administrator = anOfficer('admin', 'centre', 'administrator');
const FORM = aDefinition([decision([], { inBatch: true })]);
const numbers = ['000001', '000002', '000003'].map((each) => `379900-20261102-${each}`);

/** Three cases of one item each, the last of another agency. */
async function opened(definition: ProcessDefinition) {
  const { approval, memory, time } = anApproval();
  await approval.publishProcess({ code: 'filing', definition }, { actor: administrator });
  for (const [index, caseNumber] of numbers.entries()) {
    const other = index === 2 && { agency: 'fire-rescue', agencyName: '消防救援大队' };
    const items = [anItem({ item: 'filing', ...other })];
    await approval.openCase({
      ...accepted({ items }),
      caseNumber,
      applicationId: `application-${String(index)}`,
    });
  }
  time.now = instantOf(on('2026-11-04'));
  const at = (stage: string) =>
    numbers.map((caseNumber) => ({ caseNumber, item: 'filing', stage }));
  return { approval, memory, at };
}

const REASONS = { outcome: '准予', grounds: ['材料齐全'], legalBasis: ['行政许可法 34'] };

describe('Many stages in one command', () => {
  it('are each judged alone: what one is refused leaves the others done', async () => {
    const { approval, memory, at } = await opened(FORM);
    const results = await approval.completeStages(
      { stages: [...at('decision'), ...at('decision').slice(0, 1)], ...REASONS },
      { actor: decider },
    );

    expect(results.map(({ refusal }) => refusal?.code)).toEqual([
      undefined,
      undefined,
      'track-not-found',
      'action-not-allowed-in-state',
    ]);
    expect(results[0]).toMatchObject({ decisionNumber: expect.stringContaining(numbers[0]!) });
    expect(memory.all(trackKind).map(({ status }) => status)).toEqual([
      'granted',
      'granted',
      'in-review',
    ]);
  });

  it('are granted only where the process says so, and nothing has come up that is weighed', async () => {
    const plain = await opened(aDefinition([decision([])]));
    const refused = await plain.approval.completeStages(
      { stages: plain.at('decision').slice(0, 1), ...REASONS },
      { actor: decider },
    );
    expect(refused[0]?.refusal).toMatchObject({
      code: 'not-in-batch',
      unmet: [{ rule: 'batch-allowed-by-the-process' }],
    });

    const { approval, at } = await opened(FORM);
    await approval.consultDepartments(
      { ...at('decision')[0]!, departments: [{ department: 'tobacco' }], question: '？' },
      { actor: reviewer },
    );
    const [asked, unasked] = await approval.completeStages(
      { stages: at('decision').slice(0, 2), ...REASONS },
      { actor: decider },
    );
    expect(asked?.refusal).toMatchObject({ unmet: [{ rule: 'nothing-to-weigh' }] });
    expect(unasked?.refusal).toBeUndefined();
  });

  it('end as their kind does: reviews with an opinion, others with their outcome', async () => {
    const { approval, memory, at } = await opened(
      aDefinition([review(), aStage('check', ['review']), decision(['check'])]),
    );
    const complete = (stage: string) =>
      approval.completeStages({ stages: at(stage).slice(0, 2), ...REASONS }, { actor: reviewer });
    const done = [await complete('review'), await complete('check'), await complete('nowhere')];

    expect(done.map((each) => each.map(({ refusal }) => refusal?.code))).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      ['stage-not-found', 'stage-not-found'],
    ]);
    expect(memory.all(trackKind)[0]).toMatchObject({
      opinion: { recommendation: 'grant', grounds: ['材料齐全'] },
      stages: [{ status: 'done' }, { status: 'done', outcome: '准予' }, { status: 'active' }],
    });
  });

  it('fail together where the failure is none of the rules', async () => {
    const { approval } = anApproval({ transact: () => Promise.reject(new Error('no database')) });
    const stages = [{ caseNumber: numbers[0]!, item: 'filing', stage: 'decision' }];

    await expect(
      approval.completeStages({ stages, ...REASONS }, { actor: decider }),
    ).rejects.toThrow('no database');
  });
});

describe('Many tasks in one command', () => {
  it('are claimed as far as they may be, and claimed again stay as they are', async () => {
    const { approval, memory, at } = await opened(aDefinition([review(), decision(['review'])]));
    const claim = () => approval.claimTasks({ tasks: at('review') }, { actor: reviewer });
    const codes = async () => (await claim()).map(({ refusal }) => refusal?.code);

    expect(await codes()).toEqual([undefined, undefined, 'track-not-found']);
    expect(await codes()).toEqual([undefined, undefined, 'track-not-found']);
    expect(
      memory.all(trackKind).map(({ assignments }) => assignments?.['review']?.officer),
    ).toEqual(['li', 'li', undefined]);
  });
});
