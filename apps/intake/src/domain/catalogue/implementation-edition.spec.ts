import { instantOf, legalDate, type Refusal } from '@onewindow/kernel';
import { rulesOf } from '../../../test/situations.js';
import type { Implementation } from './implementation.js';
import {
  contentOf,
  editionThatHolds,
  givesWayTo,
  keepEdition,
  publishForLater,
  publishNow,
  putEditionInForce,
  requireEditable,
  retireEdition,
  takeEditionInto,
  type NextEdition,
} from './implementation-edition.js';

const TODAY = legalDate('2026-04-27');
const LATER = legalDate('2026-05-06');
const AT = instantOf('2026-04-27T09:10:00+08:00');
const THEN = instantOf('2026-05-06T00:00:00+08:00');
const by = { by: 'han.xue', name: '韩雪', at: AT };
const id = 'drainage-permit@379902';
const CONTENT: Implementation = {
  item: 'drainage-permit',
  district: '379902',
  level: '4',
  agency: 'bureau',
  agencyName: '东城区审批局',
};
const next = (change: Partial<NextEdition> = {}): NextEdition => ({
  id,
  content: CONTENT,
  inForceFrom: TODAY,
  by,
  ...change,
});
const first = publishNow(undefined, next()).state;

describe('How a district handles an item', () => {
  it('holds from the moment of its publication', () => {
    expect(contentOf(first)).toEqual(CONTENT);
    expect(editionThatHolds(first)).toMatchObject({ number: 1, status: 'in-force' });
  });

  it('goes on as it is while the next edition waits for its day', () => {
    const waiting = publishForLater(first, next({ inForceFrom: LATER })).state;

    expect(waiting.latest).toBe(2);
    expect(contentOf(waiting)).toEqual(CONTENT);
    expect(editionThatHolds(waiting)?.number).toBe(1);
  });

  it('is nothing yet where the first edition waits for its day', () => {
    const waiting = publishForLater(undefined, next({ inForceFrom: LATER })).state;

    expect(contentOf(waiting)).toBeUndefined();
    expect(editionThatHolds(waiting)).toBeUndefined();
  });

  it('is replaced on that day, and its edition retired', () => {
    const changed = next({ content: { ...CONTENT, agencyName: '新局' }, inForceFrom: LATER });
    const waiting = publishForLater(first, changed).state;
    const kept = keepEdition(waiting.latest, changed).state;
    const { state } = takeEditionInto(waiting, kept, THEN);

    expect(contentOf(state)?.agencyName).toBe('新局');
    expect(state.holds).toMatchObject({ edition: 2, since: THEN });
    expect(putEditionInForce(kept, THEN).state).toMatchObject({ status: 'in-force' });
    const before = editionThatHolds(first);
    expect(before && retireEdition(before, '第 2 版施行', THEN).state).toMatchObject({
      status: 'retired',
      content: CONTENT,
    });
  });

  it('is nothing any more where it ended', () => {
    const end = next({ inForceFrom: LATER });
    const { content: _, ...without } = end;
    const kept = keepEdition(2, { ...without, because: '并入市级' }).state;

    expect(contentOf(takeEditionInto(first, kept, THEN).state)).toBeUndefined();
  });

  it('gives way to an edition that was published later for the same day, and to no other', () => {
    const kept = keepEdition(2, next({ inForceFrom: LATER })).state;
    const held = (edition: number, inForceFrom = LATER) => ({
      ...first,
      holds: { edition, inForceFrom, since: THEN, published: by },
    });

    expect(givesWayTo(kept, held(3))).toBe(3);
    expect(givesWayTo(kept, held(1))).toBeUndefined();
    expect(givesWayTo(kept, held(3, TODAY))).toBeUndefined();
  });

  it('is not changed by who saw an older edition, nor from a day that has passed', () => {
    const given = { ...CONTENT, agencyName: '另一局' };
    const edit = (basedOn: number, inForceFrom = TODAY) =>
      requireEditable(
        { stored: first, latest: CONTENT, given },
        { basedOn, inForceFrom, today: TODAY },
      );

    expect(() => edit(1)).not.toThrow();
    expect(rulesOf(() => edit(0))).toEqual(['field-changed-since']);
    expect(rulesOf(() => edit(1, legalDate('2026-04-26')))).toEqual(['in-force-from-now-on']);
  });

  it('names the day that was asked for where it has passed: of an end, or of entry into force', () => {
    const yesterday = { inForceFrom: legalDate('2026-04-26'), today: TODAY };
    const pathOf = (given?: Implementation) => {
      try {
        requireEditable({ stored: first, latest: CONTENT, ...(given && { given }) }, yesterday);
      } catch (error) {
        return (error as Refusal).unmet.map(({ path }) => path);
      }
      return [];
    };

    expect(pathOf(CONTENT)).toEqual(['inForceFrom']);
    expect(pathOf()).toEqual(['on']);
  });
});
