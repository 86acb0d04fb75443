import { actBehind, offerOn } from '../desk/offers.js';
import { draftOf } from '../desk/form/draft-of.js';
import type { DraftGroup } from '../desk/form/draft-shape.js';
import { bodyOf } from '../desk/form/draft.js';
import { fieldsOfDefinition, stagesIn, withStagesOf } from './definition-schema.js';

const PUBLISHED = {
  name: '建筑工程施工许可',
  within: { unit: 'working-day', days: 7, source: '建筑法 8' },
  stages: [
    { code: 'review', name: '审查', kind: 'review', role: 'approver', after: [], workingDays: 2 },
    {
      code: 'visit',
      name: '踏勘',
      kind: 'inspection',
      role: 'inspector',
      after: ['review'],
      when: {
        any: [
          { field: 'deep', equals: true },
          { field: 'area', atLeast: 300 },
        ],
      },
    },
    {
      code: 'fire',
      name: '消防意见',
      kind: 'check',
      role: 'approver',
      agency: 'fire',
      agencyName: '消防救援机构',
      after: ['review'],
    },
    {
      code: 'decision',
      name: '决定',
      kind: 'decision',
      role: 'decision-officer',
      after: ['visit', 'fire'],
      atLeast: 1,
      inBatch: true,
    },
  ],
  returns: [{ from: 'decision', to: 'review' }],
};

const body = actBehind('publish-process')?.body ?? {};
const [offer] = offerOn(
  'publish-process',
  { code: 'construction-permit' },
  { preset: { replaces: 3 }, fields: fieldsOfDefinition(body) },
);
const schema = offer?.act.body ?? {};

/** The fields that one stage shows. */
const fieldsOf = (stage: DraftGroup, draft = draftOf(schema, PUBLISHED)) =>
  withStagesOf(schema, draft).properties?.['stages']?.itemsFor?.(stage).properties ?? {};

describe('The form of a process', () => {
  it('is offered for the item, on top of the version that is shown', () => {
    expect(offer).toMatchObject({
      path: '/api/processes/construction-permit',
      preset: { replaces: 3 },
      act: { method: 'PUT' },
    });
    expect(schema.properties?.['replaces']).toBeUndefined();
  });

  it('publishes again what was published, when nothing is changed', () => {
    expect(bodyOf(schema, draftOf(schema, PUBLISHED))).toEqual(PUBLISHED);
  });

  it('offers the stages that are filled in, by their names', () => {
    const { after } = fieldsOf({ kind: 'check' });
    expect(after?.items?.enum).toEqual(['review', 'visit', 'fire', 'decision']);
    expect(after?.items?.titles).toMatchObject({ visit: '踏勘', fire: '消防意见' });
  });

  it('offers no stage to come after itself, but to take that off where it was said', () => {
    const offered = (stage: DraftGroup) => fieldsOf(stage)['after']?.items?.enum;
    expect(offered({ code: 'visit', kind: 'inspection' })).toEqual(['review', 'fire', 'decision']);
    expect(offered({ code: 'visit', kind: 'inspection', after: ['visit'] })).toContain('visit');
  });

  it('still offers a stage that is gone where it is named, so that it can be taken off', () => {
    const draft = draftOf(schema, { ...PUBLISHED, stages: PUBLISHED.stages.slice(1) });
    expect(fieldsOf({ kind: 'check' }, draft)['after']?.items?.enum).toContain('review');
  });

  it('asks of a stage only what concerns it, and shows what was said before', () => {
    expect(Object.keys(fieldsOf({ kind: 'review', after: [] }))).toEqual(
      expect.not.arrayContaining(['agency', 'join', 'reportsTo', 'inBatch']),
    );
    expect(Object.keys(fieldsOf({ kind: 'first-review' }))).toContain('reportsTo');
    expect(Object.keys(fieldsOf({ kind: 'decision', after: ['a', 'b'] }))).toEqual(
      expect.arrayContaining(['join', 'atLeast', 'inBatch']),
    );
    expect(Object.keys(fieldsOf({ kind: 'review', inBatch: true }))).toContain('inBatch');
  });

  it('draws no stage that has no code yet', () => {
    expect(stagesIn({ stages: [{ name: '审查' }, { code: 'decision' }] })).toEqual([
      { code: 'decision' },
    ]);
  });
});
