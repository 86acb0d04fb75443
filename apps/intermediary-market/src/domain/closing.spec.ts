import fc from 'fast-check';
import {
  aClosed,
  anAgency,
  APPEARED,
  aPublished,
  anAwarded,
  at,
  candidate,
  rulesOf,
} from '../../test/fixtures.js';
import { suspend, type Agency } from './agency.js';
import { cancel, close, exclude } from './closing.js';

const SEED = 20_261_122;
const REASONS = [{ rule: 'conflict-of-interest', zh: '与业主同一股东', en: 'Same owners.' }];
const BEFORE = at('05-09T10:00');
const first = anAgency(1).creditCode;

describe('The end of sign-up', () => {
  it('freezes the list as it stood at that very instant', () => {
    const project = aClosed();

    expect(project).toMatchObject({ status: 'closed', list: { frozenAt: project.closesAt } });
    expect(project.list?.entries).toHaveLength(3);
  });

  it('makes the same list of the same agencies, in whatever order they signed up', () => {
    const project = aPublished();
    const agencies = [1, 2, 3, 4, 5].map((serial) => candidate(anAgency(serial)));
    const { list } = close(project, agencies).state;

    fc.assert(
      fc.property(fc.shuffledSubarray(agencies, { minLength: agencies.length }), (shuffled) => {
        expect(close(project, shuffled).state.list?.hash).toBe(list?.hash);
      }),
      { seed: SEED, numRuns: 30 },
    );
  });

  it('leaves out who has lost what the notice asks for, with reasons in both languages', () => {
    const suspended = suspend(anAgency(2), '出具虚假报告', BEFORE).state;
    const { list } = close(aPublished(), [candidate(anAgency(1)), candidate(suspended)]).state;

    expect(list?.entries.map(({ creditCode }) => creditCode)).toEqual([first]);
    expect(list?.excluded).toMatchObject([
      {
        creditCode: suspended.creditCode,
        reasons: [{ rule: 'agency-not-suspended', zh: expect.stringContaining('出具虚假报告') }],
      },
    ]);
  });

  it('judges a qualification by the last day of sign-up', () => {
    const lasting = (validUntil: string) =>
      candidate(
        anAgency(1, {
          qualifications: [
            {
              code: 'accreditation',
              number: 'x',
              scope: '水',
              validFrom: '2023-01-01',
              validUntil,
            },
          ],
        }),
      );

    expect(close(aPublished(), [lasting('2026-05-08')]).state.status).toBe('closed');
    expect(close(aPublished(), [lasting('2026-05-07')]).state.status).toBe('failed');
  });

  it.each([
    { funds: 'private' as const, many: 0, status: 'failed' },
    { funds: 'private' as const, many: 1, status: 'closed' },
    { funds: 'state' as const, many: 2, status: 'failed' },
    { funds: 'state' as const, many: 3, status: 'closed' },
  ])('with $many agencies and $funds funds leaves it $status', ({ funds, many, status }) => {
    const project = aClosed(many, { funds });

    expect(project.status).toBe(status);
    expect(project.end === undefined).toBe(status === 'closed');
  });
});

describe('Agencies that are related to each other', () => {
  const relatedTo = (...others: Agency[]) => ({
    relatedTo: others.map(({ name, creditCode }) => ({
      name,
      creditCode,
      relation: '同一法定代表人',
    })),
  });
  const second = anAgency(2);
  const related = anAgency(1, relatedTo(second));
  const alone = anAgency(3);
  const listOf = (agencies: readonly Agency[], project = aPublished()) =>
    close(project, agencies.map(candidate)).state.list;
  const entriesOf = (...asked: Parameters<typeof listOf>) =>
    listOf(...asked)?.entries.map(({ creditCode }) => creditCode);

  it('do not stand on one list: who declares it falls out, with the reason', () => {
    const list = listOf([related, second, alone]);

    expect(list?.entries.map(({ creditCode }) => creditCode)).toEqual(
      [second, alone].map(({ creditCode }) => creditCode).toSorted(),
    );
    expect(list?.excluded).toMatchObject([
      { creditCode: related.creditCode, reasons: [{ rule: 'independent-of-the-others' }] },
    ]);
  });

  it('both fall out where both declare it, in whatever order they signed up', () => {
    const both = anAgency(2, relatedTo(related));

    for (const agencies of [
      [related, both, alone],
      [alone, both, related],
    ]) {
      expect(entriesOf(agencies)).toEqual([alone.creditCode]);
    }
  });

  it('are told twenty reasons at most, whatever they declare', () => {
    const many = Array.from({ length: 25 }, (_, index) => anAgency(index + 2));
    const list = listOf([anAgency(1, relatedTo(...many)), ...many]);

    expect(list?.excluded.map(({ reasons }) => reasons.length)).toEqual([20]);
  });

  it('compete as anybody where the other one did not sign up, or has fallen out by itself', () => {
    const unfit = { ...second, qualifications: [] };

    expect(entriesOf([related, alone])).toHaveLength(2);
    expect(entriesOf([related, unfit])).toEqual([related.creditCode]);
  });

  it('compete where the place lets them', () => {
    const project = { ...aPublished(), excludesRelated: { ofOwner: true, ofEachOther: false } };

    expect(entriesOf([related, second], project)).toHaveLength(2);
  });
});

describe('An exclusion', () => {
  it('takes an agency off the list and keeps the reasons on it', () => {
    const { state, events } = exclude(aClosed(), first, REASONS, BEFORE);

    expect(state.list?.entries).toHaveLength(2);
    expect(state.list?.excluded).toMatchObject([{ creditCode: first, reasons: REASONS }]);
    expect(state.list?.hash).not.toBe(aClosed().list?.hash);
    expect(events).toMatchObject([{ type: 'agency-excluded', listHash: state.list?.hash }]);
  });

  it('that leaves too few lets the project fail', () => {
    const { state, events } = exclude(aClosed(3, { funds: 'state' }), first, REASONS, BEFORE);

    expect(state.status).toBe('failed');
    expect(events.map(({ type }) => type)).toEqual(['agency-excluded', 'project-failed']);
  });

  it('is refused from the moment at which the value can be known, and tells all that is wrong', () => {
    expect(rulesOf(() => exclude(aClosed(), first, REASONS, APPEARED))).toEqual([
      'before-the-public-value',
    ]);
    const invisible = [{ rule: 'x', zh: ' 前有空格', en: 'x' }];
    expect(rulesOf(() => exclude(aClosed(), 'nobody', invisible, APPEARED))).toEqual([
      'agency-on-the-list',
      'before-the-public-value',
      'text-is-printable',
    ]);
  });
});

describe('A cancellation', () => {
  it('is the right of the owner until sign-up ends, and not from that very instant on', () => {
    const project = aPublished();

    expect(cancel(project, 'owner', '不再需要', at('05-08T10:00')).state).toMatchObject({
      status: 'cancelled',
    });
    expect(rulesOf(() => cancel(project, 'owner', 'x', project.closesAt))).toEqual([
      'cancelled-before-closing',
    ]);
    expect(rulesOf(() => cancel(anAwarded(), 'owner', 'x', APPEARED))).toEqual([
      'cancelled-before-closing',
    ]);
  });

  it('of an operator annuls the project afterwards, with the reason kept', () => {
    expect(cancel(anAwarded(), 'operator', '公告有误', APPEARED)).toMatchObject({
      state: { status: 'cancelled', end: { reason: '公告有误', at: APPEARED } },
      events: [{ type: 'project-cancelled', reason: '公告有误' }],
    });
  });
});
