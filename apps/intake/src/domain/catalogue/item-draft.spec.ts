import { instantOf, legalDate, type Refusal } from '@onewindow/kernel';
import { anItem, DISCLOSURE, rulesOf } from '../../../test/situations.js';
import {
  publishAtOnce,
  publishDraft,
  reviewDraft,
  saveDraft,
  type ItemDraft,
} from './item-draft.js';

const NOW = instantOf('2026-04-27T09:10:00+08:00');
const [ANNA, BO] = [
  { id: 'han.xue', name: '韩雪' },
  { id: 'bai.lu', name: '白露' },
];

const drafted = (item = anItem()): ItemDraft =>
  saveDraft(undefined, { code: item.code, basedOn: 0, item }, ANNA, NOW).state;

const approved = (): ItemDraft =>
  reviewDraft(drafted(), { revision: 1, outcome: 'approve' }, BO, NOW, DISCLOSURE).state;

const publication = (change = {}) => ({
  revision: 1,
  inForceFrom: legalDate('2026-04-27'),
  disclosure: DISCLOSURE,
  ...change,
});

describe('Two editors of one draft', () => {
  const save = (draft: ItemDraft, item: object, by = BO, basedOn = 1) =>
    saveDraft(draft, { code: draft.id, basedOn, item: { ...draft.item, ...item } }, by, NOW);

  it('one wins, the other is told field by field what changed', () => {
    const after = save(drafted(), { name: '新名称', siteVisit: true }).state;
    const late = () => save(after, { name: '别的名称', siteVisit: true }, ANNA);

    expect(after.revision).toBe(2);
    expect(rulesOf(late)).toEqual(['field-changed-since', 'field-changed-alike']);
    expect(late).toThrow('白露');
    try {
      late();
    } catch (error) {
      expect((error as Refusal).code).toBe('draft-changed');
      expect((error as Refusal).unmet[0]).toMatchObject({ path: 'item.name' });
    }
  });

  it('who saves the same again changes nothing, whatever it was based on', () => {
    expect(save(drafted(), {}, BO, 7).events).toEqual([]);
  });

  it('may both be right about different fields, one after the other', () => {
    const first = save(drafted(), { name: '新名称' }).state;
    const second = saveDraft(
      first,
      { code: first.id, basedOn: 2, item: { ...first.item, quantityLimit: '每区五家' } },
      ANNA,
      NOW,
    );

    expect(second.events).toEqual([
      { type: 'draft-saved', revision: 3, fields: ['quantityLimit'] },
    ]);
  });
});

describe('Reviewing a draft', () => {
  it('is done by somebody else than who changed it last', () => {
    const own = () =>
      reviewDraft(drafted(), { revision: 1, outcome: 'approve' }, ANNA, NOW, DISCLOSURE);

    expect(rulesOf(own)).toEqual(['reviewed-by-another']);
  });

  it('approves only what could be published', () => {
    const incomplete = drafted({ ...anItem(), conditions: [] });
    const work = () =>
      reviewDraft(incomplete, { revision: 1, outcome: 'approve' }, BO, NOW, DISCLOSURE);

    expect(rulesOf(work)).toEqual(['conditions-published']);
  });

  it('gives it back with remarks, and a change undoes an approval', () => {
    const remarks = '请补充依据';
    const returned = reviewDraft(
      approved(),
      { revision: 1, outcome: 'return', remarks },
      BO,
      NOW,
      [],
    );
    const changed = saveDraft(
      approved(),
      { code: approved().id, basedOn: 1, item: { ...anItem(), name: '新名称' } },
      ANNA,
      NOW,
    );

    expect(returned.state).toMatchObject({ status: 'drafted', remarks });
    expect(changed.state).toMatchObject({ status: 'drafted', revision: 2 });
    expect(changed.state.reviewed).toBeUndefined();
  });

  it('is of the revision that was looked at', () => {
    const newer = saveDraft(
      drafted(),
      { code: anItem().code, basedOn: 1, item: { ...anItem(), name: '新名称' } },
      ANNA,
      NOW,
    ).state;

    expect(() =>
      reviewDraft(newer, { revision: 1, outcome: 'approve' }, BO, NOW, DISCLOSURE),
    ).toThrow('draft-changed');
  });
});

describe('Publishing a draft', () => {
  it('makes the next version of what was approved', () => {
    const { item, state } = publishDraft(approved(), publication(), NOW);

    expect(item).toEqual(anItem());
    expect(state).toMatchObject({ status: 'published', versions: 1 });
  });

  it('is refused without an approval, and for a day that has passed', () => {
    expect(() => publishDraft(drafted(), publication(), NOW)).toThrow(
      'action-not-allowed-in-state',
    );
    const yesterday = publication({ inForceFrom: legalDate('2026-04-26') });
    expect(rulesOf(() => publishDraft(approved(), yesterday, NOW))).toEqual([
      'in-force-from-now-on',
    ]);
  });

  it('judges the bases for the day on which it will hold', () => {
    const item = { ...anItem(), legalBasis: ['环境影响评价法 22'] };
    const draft = reviewDraft(
      drafted(item),
      { revision: 1, outcome: 'approve' },
      BO,
      NOW,
      [],
    ).state;
    const on = (day: string) => () =>
      publishDraft(draft, publication({ inForceFrom: legalDate(day) }), NOW);

    expect(rulesOf(on('2026-08-14'))).toEqual([]);
    expect(rulesOf(on('2026-08-15'))).toEqual(['legal-basis-in-force']);
  });

  it('at once shows whoever had begun a draft what changed', () => {
    const published = publishAtOnce(
      drafted(),
      anItem({ name: '新名称' }),
      { by: BO, versions: 3, disclosure: DISCLOSURE },
      NOW,
    );

    expect(published.state).toMatchObject({ status: 'published', revision: 2, versions: 4 });
    expect(() =>
      saveDraft(
        published.state,
        { code: anItem().code, basedOn: 1, item: anItem({ quantityLimit: '五家' }) },
        ANNA,
        NOW,
      ),
    ).toThrow('draft-changed');
  });
});
