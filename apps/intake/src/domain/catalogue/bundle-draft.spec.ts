import { instantOf } from '@onewindow/kernel';
import { rulesOf } from '../../../test/situations.js';
import {
  publishBundleDraft,
  reviewBundleDraft,
  saveBundleDraft,
  type BundleDraft,
} from './bundle-draft.js';
import { itemDraftLifecycle } from './item-draft-lifecycle.js';

const NOW = instantOf('2026-04-27T09:10:00+08:00');
const EDITOR = { id: 'han.xue', name: '韩雪' };
const OTHER = { id: 'bai.lu', name: '白露' };
const save = (stored: BundleDraft | undefined, basedOn: number, name: string, edition = 0) =>
  saveBundleDraft(stored, { code: 'tea', basedOn, bundle: { name }, edition }, EDITOR, NOW).state;
const drafted = save(undefined, 0, '茶馆');
const review = (draft: BundleDraft, reviewer = OTHER, faults: never[] = []) =>
  reviewBundleDraft(
    draft,
    { revision: draft.revision, outcome: 'approve' },
    { reviewer, now: NOW, faults },
  ).state;

describe('The draft of a bundle', () => {
  it('is changed by one of two editors; the other is told what changed', () => {
    const first = save(drafted, 1, '茶楼');

    expect(first).toMatchObject({ revision: 2, bundle: { name: '茶楼' } });
    expect(rulesOf(() => save(first, 1, '茶室'))).toEqual(['field-changed-since']);
  });

  it('is not reviewed by who changed it last, and not with a fault', () => {
    const fault = { rule: 'no-cycle', message: { zh: '环', en: 'circle' } };

    expect(rulesOf(() => review(drafted, EDITOR))).toEqual(['reviewed-by-another']);
    expect(rulesOf(() => review(drafted, OTHER, [fault] as never[]))).toEqual(['no-cycle']);
  });

  it('is published as the next edition once it was reviewed', () => {
    const { state } = publishBundleDraft(review(drafted), 1, 0);

    expect(state).toMatchObject({ status: 'published', edition: 1 });
  });

  it('does not overwrite an edition that was published meanwhile', () => {
    expect(rulesOf(() => publishBundleDraft(review(drafted), 1, 3))).toEqual([
      'edition-published-meanwhile',
    ]);
    const again = save(review(drafted), 1, '茶馆', 3);
    expect(again).toMatchObject({ status: 'drafted', revision: 2, edition: 3 });
  });

  it('goes back to its editors with remarks', () => {
    const returned = { revision: 1, outcome: 'return' as const, remarks: '请补充条件' };
    const by = { reviewer: OTHER, now: NOW, faults: [] };
    const { state } = reviewBundleDraft(review(drafted), returned, by);

    expect(state).toMatchObject({ status: 'drafted', remarks: '请补充条件' });
    expect(state.reviewed).toBeUndefined();
  });

  it.each(itemDraftLifecycle.states.filter((status) => status !== 'reviewed'))(
    'is not published while it is %s',
    (status) => {
      expect(() => publishBundleDraft({ ...drafted, status }, 1, 0)).toThrow(
        'action-not-allowed-in-state',
      );
    },
  );
});
