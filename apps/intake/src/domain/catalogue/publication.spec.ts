import { unmetForPublication } from './publication.js';
import { legalDate } from '@onewindow/kernel';
import { anItem, DISCLOSURE } from '../../../test/situations.js';
import { ARTICLE_30, PARTICULARS } from './particulars.js';

const TODAY = legalDate('2026-04-27');

const rulesOf = (change: Parameters<typeof anItem>[0], on = TODAY) =>
  unmetForPublication(anItem(change), { on, disclosure: DISCLOSURE }).map(({ rule }) => rule);

describe('Publishing an item', () => {
  it('is possible when everything is there', () => {
    expect(rulesOf({})).toEqual([]);
  });

  it('needs the law that allows a fee', () => {
    expect(rulesOf({ charged: true })).toEqual(['fee-has-a-basis']);
    expect(rulesOf({ charged: true, feeBasis: '某法 1' })).toEqual([]);
  });

  it('may promise a shorter term than the statute, never a longer one', () => {
    const promise = (days: number) => ({
      promisedTerm: { unit: 'working-day' as const, days, source: '承诺' },
    });

    expect(rulesOf(promise(20))).toEqual([]);
    expect(rulesOf(promise(21))).toEqual(['promise-within-the-statute']);
  });

  it('is held to the statute in another unit as well: fifteen days hold eleven working days at most', () => {
    const promise = (days: number) => ({
      statutoryTerm: { unit: 'calendar-day' as const, days: 15, source: '某条例 3' },
      promisedTerm: { unit: 'working-day' as const, days, source: '承诺' },
    });

    expect(rulesOf(promise(11))).toEqual([]);
    expect(rulesOf(promise(12))).toEqual(['promise-within-the-statute']);
  });

  it('promises nothing that could be extended', () => {
    const extension = { maxDays: 5, approver: 'agency-head', source: '承诺' } as const;
    const promisedTerm = { unit: 'working-day' as const, days: 10, source: '承诺', extension };

    expect(rulesOf({ promisedTerm })).toEqual(['promise-not-extended']);
  });

  it('excludes from a term only what a law names by its article, once, beside the eight', () => {
    const term = (...exclusions: { procedure: string; name: string; article: string }[]) => ({
      statutoryTerm: { unit: 'working-day' as const, days: 20, source: '某法 9', exclusions },
    });
    const sampling = { procedure: 'sampling', name: '抽样', article: '某法 12' };

    expect(rulesOf(term(sampling))).toEqual([]);
    expect(rulesOf(term(sampling, sampling))).toEqual(['exclusion-listed-once']);
    expect(
      rulesOf(term({ ...sampling, article: '惯例' }, { ...sampling, procedure: 'hearing' })),
    ).toEqual(['exclusion-names-its-article', 'exclusion-beside-the-eight']);
  });

  it('lists its lamps from mild to grave', () => {
    const blue = { lamp: 'blue', workingDaysLeft: 3 } as const;
    const red = { lamp: 'red', workingDaysLeft: 1 } as const;

    expect(rulesOf({ warnings: { statutory: [blue, red], promised: [red] } })).toEqual([]);
    expect(rulesOf({ warnings: { promised: [red, blue] } })).toEqual(['lamps-mildest-first']);
  });

  it('takes questions and complaints in different places', () => {
    expect(rulesOf({ complaints: '0999-12345' })).toEqual(['complaints-elsewhere']);
  });

  it('publishes a permit with a sample of its form, a public service may do without', () => {
    const materials = anItem().materials.map(({ sample: _, ...each }) => each);

    expect(rulesOf({ materials })).toEqual(['sample-form-published']);
    expect(rulesOf({ materials, itemType: 'public-service' })).toEqual([]);
  });

  it('names a service of intermediaries only for what they make', () => {
    const materials = anItem().materials.map((each) => ({
      ...each,
      intermediaryService: 'water-quality-testing',
    }));

    expect(rulesOf({ materials })).toEqual(['intermediary-makes-it', 'intermediary-makes-it']);
  });

  it('lists each material once and carries valid codes', () => {
    const [form] = anItem().materials;

    expect(rulesOf({ materials: form ? [form, form] : [] })).toEqual(['material-listed-once']);
    expect(rulesOf({ basicCode: '00012300300' })).not.toEqual([]);
  });
});

describe('What has to be made public of an item', () => {
  it.each(ARTICLE_30)('is asked for by the law, one by one: %s', (name) => {
    const { path } = PARTICULARS[name];
    const item =
      name === 'sample-form'
        ? { ...anItem(), materials: anItem().materials.map(({ sample: _, ...each }) => each) }
        : { ...anItem(), [path]: undefined };
    const unmet = unmetForPublication(item, { on: TODAY, disclosure: [] });

    expect(unmet).toContainEqual(
      expect.objectContaining({ rule: `${name}-published`, source: '行政许可法 30' }),
    );
  });

  it('may be more where the place says so', () => {
    const of = (...disclosure: string[]) =>
      unmetForPublication(anItem(), { on: TODAY, disclosure }).map(({ rule }) => rule);

    expect(of()).toEqual([]);
    expect(of('places', 'questions')).toEqual(['places-published', 'questions-published']);
  });

  it('is told whole of an empty draft, with the fields that nobody could file without', () => {
    const rules = unmetForPublication({}, { on: TODAY, disclosure: [] });

    expect(rules.filter(({ source }) => source === '行政许可法 30')).toHaveLength(8);
    expect(rules.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['decidingAgency', 'statutoryTerm', 'siteVisit', 'complaints']),
    );
  });
});

describe('The legal basis of an item', () => {
  const EIA = { legalBasis: ['《中华人民共和国环境影响评价法》第二十二条'] };
  const LAST = legalDate('2026-08-14');
  const FIRST = legalDate('2026-08-15');

  it('has to be in force on the day from which the item applies', () => {
    expect(rulesOf(EIA, LAST)).toEqual([]);
    expect(rulesOf(EIA, FIRST)).toEqual(['legal-basis-in-force']);
    expect(rulesOf({ legalBasis: ['环境影响评价法 22'] }, FIRST)).toEqual(['legal-basis-in-force']);
  });

  it('is not confused with an act that carries its name on', () => {
    expect(rulesOf({ legalBasis: ['环境保护法实施办法 3'] }, FIRST)).toEqual([]);
  });

  it('says from when to when it holds', () => {
    const basis = (period: { validFrom?: string; validTo?: string }) => ({
      legalBasis: ['某条例 3'],
      bases: [{ law: '某条例', article: '3', ...period }],
    });

    expect(rulesOf(basis({}))).toEqual([]);
    expect(rulesOf(basis({ validTo: '2026-04-27' }))).toEqual([]);
    expect(rulesOf(basis({ validTo: '2026-04-26' }))).toEqual(['legal-basis-in-force']);
    expect(rulesOf(basis({ validFrom: '2026-04-28' }))).toEqual(['legal-basis-in-force']);
    expect(rulesOf(basis({ validFrom: '2026-02-01', validTo: '2026-01-01' }))).toEqual([
      'basis-ends-after-it-begins',
    ]);
    expect(rulesOf({ bases: [{ law: '另一条例' }] })).toEqual(['basis-is-printed']);
  });
});

describe('The fields of a record', () => {
  const full = {
    level: '3',
    procedure: ['申请', '受理', '审查', '决定', '送达'],
    questions: [{ question: '多久？', answer: '二十日内。' }],
    resultSample: '样本',
  };

  const faults: readonly (readonly [string, Parameters<typeof anItem>[0]])[] = [
    [
      'on-the-spot-promises-no-days',
      {
        handlingType: 'on-the-spot',
        promisedTerm: { unit: 'working-day', days: 1, source: '承诺' },
      },
    ],
    ['result-type-as-named', { resultName: '排水许可证', resultType: 'other' }],
    ['result-type-as-named', { resultName: '关于同意的批复', resultType: 'licence' }],
    ['visits-explained', { visits: 1 }],
    ['no-visit-needs-a-way', { visits: 0, channels: ['window'] }],
    [
      'online-throughout-needs-no-visit',
      { onlineDepth: 'complete', visits: 1, visitReason: '领证' },
    ],
    ['fee-complete', { charged: true, feeBasis: '某法 1', fees: [] }],
    ['free-of-charge-throughout', { paidOnline: true }],
    ['permit-answers-questions', { ...full, questions: [] }],
    ['permit-names-its-steps', { ...full, procedure: ['申请', '受理', '决定', '送达'] }],
    ['result-is-shown', { ...full, resultSample: undefined as never }],
    ['entrusted-names-the-organ', { agencyKind: 'entrusted' }],
    [
      'implementation-code-agrees',
      { implementationCode: '11371500MB9K2Q0A944000131007000', basicCode: '000131008000' },
    ],
    ['basic-code-of-that-type', { basicCode: '002031007000' }],
    ['channel-known', { channels: ['pigeon'] }],
    [
      'special-procedure-listed-once',
      { specialProcedures: [{ kind: 'hearing' }, { kind: 'hearing' }] },
    ],
    [
      'shared-is-not-demanded',
      { materials: anItem().materials.map((each) => ({ ...each, sharedFrom: '电子证照库' })) },
    ],
    ['form-is-a-schema', { form: { type: 'string' } }],
  ];

  it.each(faults)('are held to %s', (rule, change) => {
    expect(new Set(rulesOf(change))).toEqual(new Set([rule]));
  });

  it('agree with one another in a full record', () => {
    expect(
      rulesOf({
        ...full,
        resultType: 'licence',
        visits: 1,
        visitReason: '领取纸质证照',
        channels: ['window', 'online'],
        charged: true,
        feeBasis: '某条例 5',
        fees: [{ name: '工本费', basis: '某条例 5' }],
        paidOnline: true,
        form: { type: 'object', properties: {} },
      }),
    ).toEqual([]);
  });
});
