import { legalDate } from '@onewindow/kernel';
import { NOTICE, with2027, withDaysOff } from '../../../test/calendars.js';
import { APPLICATION, CASE, counting, on, reviewer } from '../../../test/fixtures.js';
import type { ItemLapse } from '../licence/lapse-clock.js';
import { lapseLicence, recordUse } from '../licence/lapse.js';
import {
  issueLicence,
  licenceDeadlinesOf,
  licenceOnTrack,
  type Licence,
} from '../licence/licence.js';
import { flagLateService, serveLicence } from '../licence/serving.js';
import { rederiveLicence } from './rederive-licence.js';

const BY = { calendars: NOTICE };
/** A Friday inside every term here. */
const OFF = withDaysOff('2026-11-13');

describe('A licence on another calendar', () => {
  /** Granted on 2026-11-06, to be served by 2026-11-20. */
  const licence = aLicence();

  it('moves the term to serve its certificate', () => {
    const moved = rederiveLicence(licence, OFF, BY);

    expect(moved?.events).toEqual([
      {
        type: 'service-moved',
        before: { due: '2026-11-20' },
        after: { due: '2026-11-23' },
        calendars: NOTICE,
      },
    ]);
    expect(moved && licenceDeadlinesOf(moved.state)['service-due']).toBe(
      '2026-11-23T16:00:00.000Z',
    );
  });

  it('leaves a service alone that was done, or that was recorded as overdue', () => {
    const served = serveLicence(licence, { servedAt: on('2026-11-10') }, counting).state;
    const overdue = flagLateService(licence, on('2026-11-23'), counting).state;

    expect(overdue.serviceOverdueSince).toBeDefined();
    expect(rederiveLicence(served, OFF, BY)).toBeUndefined();
    expect(rederiveLicence(overdue, OFF, BY)).toBeUndefined();
    expect(serveLicence(overdue, { servedAt: on('2026-11-24') }, OFF).state.serveBy).toEqual({
      due: '2026-11-20',
    });
  });

  it('is overdue by the calendar in force, also where its deadline was armed by the one before', () => {
    const moved = rederiveLicence(licence, OFF, BY)!.state;

    expect(flagLateService(licence, on('2026-11-23'), OFF).events).toEqual([]);
    expect(flagLateService(moved, on('2026-11-24'), counting).events).toEqual([
      expect.objectContaining({ due: '2026-11-20', since: '2026-11-20T16:00:00.000Z' }),
    ]);
  });
});

describe('The term to use a licence, on another calendar', () => {
  const LAPSE: ItemLapse = { unit: 'month', count: 3, from: 'decision', source: '建筑法 9' };
  /** Three months from 2026-10-20 end in a year that nobody has published, on a Wednesday. */
  const waiting = (from: ItemLapse['from'] = 'decision') =>
    aLicence('2026-10-20', { ...LAPSE, from });
  const later = with2027();

  it('waits for its year, then becomes a date and is armed', () => {
    const served = serveLicence(waiting(), { servedAt: on('2026-10-21') }, counting).state;
    expect(served.useBy).toMatchObject({ missingYear: 2027 });
    expect(licenceDeadlinesOf(served)['use-due']).toBeUndefined();

    const moved = rederiveLicence(served, later, BY);
    expect(moved?.events).toMatchObject([
      { type: 'use-moved', before: { missingYear: 2027 }, after: { due: '2027-01-20' } },
    ]);
    expect(moved && licenceDeadlinesOf(moved.state)['use-due']).toBe('2027-01-20T16:00:00.000Z');
  });

  it('counts from the service where its law says so', () => {
    const served = serveLicence(waiting('service'), { servedAt: on('2026-10-21') }, counting).state;

    expect(rederiveLicence(waiting('service'), later, BY)?.state.useBy).toBeUndefined();
    expect(rederiveLicence(served, later, BY)?.state.useBy).toEqual({ due: '2027-01-21' });
  });

  it('moves in the same step as the term to serve', () => {
    const both = rederiveLicence(waiting(), with2027('2026-10-22'), BY);

    expect(both?.events.map(({ type }) => type)).toEqual(['service-moved', 'use-moved']);
  });

  it('is left alone once the licence was used, or has lapsed', () => {
    const granted = aLicence('2026-08-06', LAPSE);
    const served = serveLicence(granted, { servedAt: on('2026-08-10') }, counting).state;
    const lapsed = lapseLicence(served, on('2026-11-09')).state;
    const used = recordUse(
      serveLicence(waiting(), { servedAt: on('2026-10-21') }, counting).state,
      { usedOn: legalDate('2026-11-02'), evidence: '开工报告' },
      reviewer,
      on('2026-11-03'),
    ).state;

    expect(lapsed.status).toBe('lapsed');
    expect(rederiveLicence(lapsed, withDaysOff('2026-11-06'), BY)).toBeUndefined();
    expect(rederiveLicence(used, later, BY)).toBeUndefined();
  });
});

function aLicence(decidedOn = '2026-11-06', lapse?: ItemLapse): Licence {
  const decidedAt = on(decidedOn);
  const track = { caseNumber: CASE, ordinal: 2, resultName: '食品经营许可证' };
  return issueLicence(
    {
      applicationId: APPLICATION,
      caseNumber: CASE,
      item: 'food',
      agency: 'bureau',
      agencyName: '行政审批局',
      licence: licenceOnTrack(track, decidedAt, 'code'),
      ...(lapse && { lapse }),
    },
    { name: '某餐饮公司', creditCode: '91371500MA9YXW1T5X' },
    decidedAt,
    { counting, workingDaysToServe: 10 },
  ).state;
}
