import fc from 'fast-check';
import { bodyOf, missingIn } from './draft.js';
import { draftOf } from './draft-of.js';
import { kindOf, type FieldSchema } from './field-kinds.js';

const DATE = '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$';
const INSTANT = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$';

const SCHEMA: FieldSchema = {
  type: 'object',
  properties: {
    outcome: { enum: ['granted', 'refused'] },
    reasons: { type: 'array', minItems: 0, items: { type: 'string', maxLength: 1000 } },
    legalBasis: { type: 'array', minItems: 1, items: { type: 'string', maxLength: 300 } },
    remark: { type: 'string', maxLength: 1000 },
    days: { type: 'integer' },
    costFen: { type: 'integer' },
    from: { type: 'string', pattern: DATE },
    scheduledAt: { type: 'string', pattern: INSTANT },
    urgent: { type: 'boolean' },
    term: {
      type: 'object',
      properties: { unit: { enum: ['working-day', 'calendar-day'] }, days: { type: 'integer' } },
      required: ['unit', 'days'],
    },
    reportReceipt: { type: 'string', maxLength: 4000 },
    departments: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: {
          department: { type: 'string', maxLength: 80 },
          question: { type: 'string', maxLength: 1000 },
        },
        required: ['department', 'question'],
      },
    },
  },
  required: ['outcome', 'reasons', 'legalBasis', 'departments'],
};

describe('How a field is filled in', () => {
  it.each([
    ['outcome', 'choice'],
    ['reasons', 'lines'],
    ['remark', 'long-text'],
    ['days', 'number'],
    ['costFen', 'money'],
    ['from', 'date'],
    ['scheduledAt', 'instant'],
    ['urgent', 'flag'],
    ['term', 'group'],
    ['reportReceipt', 'file'],
    ['departments', 'groups'],
  ])('%s is a %s', (name, kind) => {
    expect(kindOf(name, SCHEMA.properties?.[name] ?? {})).toBe(kind);
  });
});

describe('What is sent for a form', () => {
  it('has the shape that the contract asks for', () => {
    expect(
      bodyOf(SCHEMA, {
        outcome: 'refused',
        reasons: '招牌遮挡排烟窗。\n\n  不符合设置要求。 ',
        legalBasis: '条例 11',
        days: '6',
        costFen: '1200.5',
        from: '2026-05-06',
        scheduledAt: '2026-05-07T14:00',
        urgent: true,
        departments: [{ department: 'fire-rescue', question: ' 是否同意？' }],
      }),
    ).toEqual({
      outcome: 'refused',
      reasons: ['招牌遮挡排烟窗。', '不符合设置要求。'],
      legalBasis: ['条例 11'],
      days: 6,
      costFen: 120050,
      from: '2026-05-06',
      scheduledAt: '2026-05-07T06:00:00.000Z',
      urgent: true,
      departments: [{ department: 'fire-rescue', question: '是否同意？' }],
    });
  });

  it('says yes and no of facts only where one of them was chosen', () => {
    const smoke = { enum: ['true', 'false'], values: { true: true, false: false } };
    const schema = { properties: { smoke } };

    expect(bodyOf(schema, { smoke: 'false' })).toEqual({ smoke: false });
    expect(bodyOf(schema, {})).toEqual({});
  });

  it('leaves out what was left empty, but not a list that is asked for', () => {
    expect(bodyOf(SCHEMA, { remark: '  ', days: '' })).toEqual({
      reasons: [],
      legalBasis: [],
      departments: [],
    });
  });

  it('sends what is no number or no time as it was typed, so that the answer can say so', () => {
    expect(bodyOf(SCHEMA, { days: 'six', scheduledAt: 'tomorrow' })).toMatchObject({
      days: 'six',
      scheduledAt: 'tomorrow',
    });
  });

  it('is the same again when what was sent is filled in and sent once more', () => {
    const sent = { days: 6, costFen: 120050, scheduledAt: '2026-05-07T16:30:00.000Z' };

    expect(draftOf(SCHEMA, sent)['scheduledAt']).toBe('2026-05-08T00:30:00.000');
    expect(bodyOf(SCHEMA, draftOf(SCHEMA, sent))).toMatchObject(sent);
  });

  it('never fails, whatever was typed', () => {
    const typed = fc.dictionary(
      fc.constantFrom(...Object.keys(SCHEMA.properties ?? {})),
      fc.oneof(fc.string(), fc.boolean(), fc.array(fc.string())),
    );

    fc.assert(
      fc.property(typed, (draft) => {
        expect(typeof bodyOf(SCHEMA, draft)).toBe('object');
      }),
    );
  });
});

describe('What a form lacks', () => {
  it('is every field that is asked for and stands empty', () => {
    expect(missingIn(SCHEMA, {})).toEqual(['outcome', 'legalBasis', 'departments']);
  });

  it('is of a group that may be left out what stands empty beside what is filled in', () => {
    const draft = {
      outcome: 'granted',
      legalBasis: '法',
      departments: [{ department: 'fire', question: '?' }],
    };

    expect(missingIn(SCHEMA, { ...draft, term: {} })).toEqual([]);
    expect(missingIn(SCHEMA, { ...draft, term: { days: '5' } })).toEqual(['term.unit']);
  });

  it('names fields in groups by their place', () => {
    const draft = { outcome: 'granted', legalBasis: '法', departments: [{ question: '?' }, {}] };

    expect(missingIn(SCHEMA, draft)).toEqual([
      'departments.0.department',
      'departments.1.department',
      'departments.1.question',
    ]);
  });
});
