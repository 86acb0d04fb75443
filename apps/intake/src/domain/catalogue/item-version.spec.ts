import { legalDate, type Instant } from '@onewindow/kernel';
import { anItem } from '../../../test/situations.js';
import { givesWay, publishVersion, putInForce, withdrawVersion } from './item-version.js';

const day = legalDate('2027-01-01');
const version = (number: number, inForceFrom = day) => ({ number, inForceFrom });

describe('A published version whose day has come', () => {
  it('gives way to a later one of the same day', () => {
    expect(givesWay(version(2), version(3))).toBe(true);
  });

  it('replaces an earlier one of the same day', () => {
    expect(givesWay(version(3), version(2))).toBe(false);
  });

  it('replaces one that was published later but holds since an earlier day', () => {
    expect(givesWay(version(2), version(3, legalDate('2026-12-01')))).toBe(false);
  });

  it('replaces nothing where nothing is in force', () => {
    expect(givesWay(version(1), undefined)).toBe(false);
  });
});

describe('Withdrawing a published version', () => {
  const now = '2026-11-22T01:00:00.000Z' as Instant;
  const by = { by: 'admin', name: '韩雪', at: now };
  const waiting = publishVersion({
    code: 'drainage-permit',
    number: 2,
    item: anItem({}),
    published: by,
    inForceFrom: day,
  }).state;

  it('takes it back before its day, with the reason and who did it', () => {
    const { state, events } = withdrawVersion(waiting, '条款有误', by);

    expect(state).toMatchObject({ status: 'withdrawn', withdrawn: { ...by, because: '条款有误' } });
    expect(events).toEqual([{ type: 'version-withdrawn', because: '条款有误' }]);
    expect(withdrawVersion(state, '又一次', by)).toEqual({ state, events: [] });
  });

  it('is not possible from its day on, nor does it enter into force afterwards', () => {
    const { state: current } = putInForce(waiting, now);
    const { state: withdrawn } = withdrawVersion(waiting, '条款有误', by);

    expect(() => withdrawVersion(current, '太晚', by)).toThrow('action-not-allowed-in-state');
    expect(() => putInForce(withdrawn, now)).toThrow('action-not-allowed-in-state');
  });

  it('leaves a change of power as it was ordered', () => {
    const ordered = {
      kind: 'transfer',
      effectiveOn: day,
      basis: '海政发〔2026〕7号',
      from: '水务局',
    };

    expect(() =>
      withdrawVersion(waiting, '不想划转', by, [{ ...ordered, kind: 'transfer' }]),
    ).toThrow('version-not-withdrawable');
  });
});
