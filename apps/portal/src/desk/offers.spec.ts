import { enDesk } from '../language/en-desk.js';
import { zhDesk } from '../language/zh-desk.js';
import type { Track } from './act-declared.js';
import { actBehind, offerOn, offersOf } from './offers.js';
import type { FieldSchema } from './form/field-kinds.js';

type Stage = NonNullable<Track['stages']>[number];

const CASE = '379900-20260429-000001';

const procedure = (procedureId: string, until?: string): Track['specialProcedures'][number] => ({
  procedureId,
  procedure: 'testing',
  noticeNumber: `N-${procedureId}`,
  from: '2026-05-06',
  carriedOutBy: '检测中心',
  ...(until !== undefined && { until }),
});

const stage = (
  code: string,
  kind: Stage['kind'],
  status: Stage['status'],
  offered: Pick<Stage, 'actions' | 'returnsTo'> = {},
): Stage => ({ code, name: `name of ${code}`, kind, role: 'approver', status, ...offered });

const track = (given: Partial<Track> = {}): Track => ({
  item: 'drainage-permit',
  itemName: '排水许可',
  agency: 'bureau',
  agencyName: '审批局',
  status: 'in-review',
  actions: [],
  statutory: { due: '2026-05-29' },
  explanationZh: [],
  explanationEn: [],
  specialProcedures: [],
  ...given,
});

describe('What may be done with a track', () => {
  it('knows case and item by itself', () => {
    const [offer] = offersOf('record-opinion', CASE, track());

    expect(offer?.path).toBe(`/api/cases/${CASE}/tracks/drainage-permit/opinion`);
  });

  it('does not ask again what the button has said', () => {
    const [offer] = offersOf('refuse', CASE, track());

    expect(offer?.preset).toEqual({ outcome: 'refused' });
    expect(Object.keys(offer?.act.body?.properties ?? {})).not.toContain('outcome');
    expect(Object.keys(offer?.act.body?.properties ?? {})).toContain('reasons');
  });

  it('names the draft that is reviewed, and asks nobody for it', () => {
    const draft: NonNullable<Track['draft']> = {
      outcome: 'granted',
      reasons: [],
      legalBasis: ['条例 21'],
      conditions: [],
      hash: 'a'.repeat(64),
      draftedAt: '2026-05-14T02:00:00.000Z',
      draftedBy: 'qian.wei',
    };

    const [offer] = offersOf('review-draft', CASE, track({ draft }));

    expect(offer?.preset).toEqual({ hash: draft.hash });
    expect(Object.keys(offer?.act.body?.properties ?? {})).toEqual(['result', 'remarks']);
  });

  it('ends each procedure that is under way by itself', () => {
    const specialProcedures = [procedure('a'), procedure('b', '2026-05-08'), procedure('c')];

    const offers = offersOf('end-special-procedure', CASE, track({ specialProcedures }));

    expect(offers.map(({ about, path }) => [about, path.split('/').at(-2)])).toEqual([
      ['N-a', 'a'],
      ['N-c', 'c'],
    ]);
  });

  it('ends the stages that this person may end, and goes back from one only on a way that leads back', () => {
    const stages = [
      stage('check', 'check', 'done'),
      stage('review', 'review', 'done'),
      stage('text', 'draft', 'active', { actions: ['complete-stage'] }),
      stage('council', 'deliberation', 'active', {
        actions: ['complete-stage', 'return-stage'],
        returnsTo: ['review'],
      }),
      stage('experts', 'expert-review', 'active'),
    ];

    const ended = offersOf('complete-stage', CASE, track({ stages }));
    const [back, ...others] = offersOf('return-stage', CASE, track({ stages }));

    expect(ended.map(({ about }) => about)).toEqual(['name of text', 'name of council']);
    expect(back?.path).toContain('/stages/council/return');
    expect(back?.act.body?.properties?.['to']).toEqual({
      enum: ['review'],
      titles: { review: 'name of review' },
    });
    expect(others).toEqual([]);
  });

  it('offers no form where anything at all may be answered', () => {
    expect(offersOf('record-answers', CASE, track())).toEqual([]);
  });

  it('asks for each fact that a stage turns on once, as the form of the item asks for it', () => {
    const stages = [
      { ...stage('site', 'inspection', 'waiting'), unanswered: ['smoke', 'area'] },
      { ...stage('experts', 'expert-review', 'waiting'), unanswered: ['area'] },
    ];
    const area = { type: 'number', title: '面积' };

    const [offer] = offersOf('record-answers', CASE, track({ stages }), { area });

    expect(offer?.act.body?.properties?.['answers']).toEqual({
      type: 'object',
      properties: { smoke: { type: 'string', maxLength: 200, title: 'smoke' }, area },
      required: [],
    });
  });

  it('offers nothing where no contract is known', () => {
    expect(offersOf('something-new', CASE, track())).toEqual([]);
  });
});

describe('An act beside the tracks', () => {
  it('knows its things, sends what is said, and asks for neither', () => {
    const things = { caseNumber: CASE, item: 'drainage-permit', about: '何某' };

    const [offer] = offerOn('record-statement', things, { preset: { partyId: 'p-1' } });

    expect(offer?.path).toBe(`/api/cases/${CASE}/tracks/drainage-permit/statements`);
    expect(offer?.about).toBe('何某');
    expect(Object.keys(offer?.act.body?.properties ?? {})).toEqual(['kind', 'text']);
  });

  it('asks for what the page can tell more precisely as the page says it', () => {
    const items = { type: 'array', items: { enum: ['drainage-permit'] } };

    const [offer] = offerOn('withdraw-track', { caseNumber: CASE }, { fields: { items } });

    expect(offer?.act.body?.properties?.['items']).toEqual(items);
  });
});

/** Is on the page already. */
const KNOWN = ['hash', 'partyId'];

/** Every field of a form, those in groups as well. */
function fieldsOf(schema: FieldSchema): readonly (readonly [string, FieldSchema])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    [name, field] as const,
    ...fieldsOf(field),
    ...fieldsOf(field.items ?? {}),
  ]);
}

describe.each([
  ['Chinese', zhDesk],
  ['English', enDesk],
])('In %s', (_, desk) => {
  const acts = Object.keys(desk.acts);

  it('every act that has a name has a contract', () => {
    expect(acts.filter((act) => actBehind(act) === undefined)).toEqual([]);
  });

  it.each(acts)('every field and every kind that %s asks for has words', (act) => {
    const fields = fieldsOf(actBehind(act)?.body ?? {}).filter(([name]) => !KNOWN.includes(name));
    const nameless = fields.filter(
      ([name]) => (desk.fields[`${act}.${name}`] ?? desk.fields[name]) === undefined,
    );
    const kinds = fields.flatMap(([name, field]) =>
      [...(field.enum ?? []), ...(field.items?.enum ?? [])].filter(
        (kind) => (desk.kinds[`${name}.${kind}`] ?? desk.kinds[kind]) === undefined,
      ),
    );

    expect(nameless.map(([name]) => name)).toEqual([]);
    expect(kinds).toEqual([]);
  });
});
