import { endOfDay, instantOf, legalDate } from '@onewindow/kernel';
import { APPLICATION, CASE, counting, on, rulesOf } from '../../../test/fixtures.js';
import { lapseLicence, recordUse } from './lapse.js';
import type { ItemLapse } from './lapse-clock.js';
import { serviceLamp } from './certificate-clock.js';
import { licenceLifecycle, type LicenceStatus } from './licence-lifecycle.js';
import {
  annulLicence,
  expireLicence,
  issueLicence,
  licenceDeadlinesOf,
  licenceOnTrack,
  statusOn,
  type Licence,
} from './licence.js';
import { flagLateService, serveLicence, warnOfService } from './serving.js';

const DECIDED = on('2026-11-06');
const track = { caseNumber: CASE, ordinal: 2, resultName: '食品经营许可证', validityYears: 5 };
const END = endOfDay(legalDate('2031-11-05'));

const aLicence = (
  validityYears: number | undefined = 5,
  decidedAt = DECIDED,
  lapse?: ItemLapse,
): Licence =>
  issueLicence(
    {
      applicationId: APPLICATION,
      caseNumber: CASE,
      item: 'food',
      agency: 'bureau',
      agencyName: '行政审批局',
      licence: licenceOnTrack(
        {
          caseNumber: CASE,
          ordinal: 2,
          resultName: '食品经营许可证',
          ...(validityYears && { validityYears }),
        },
        decidedAt,
        'code',
      ),
      ...(lapse && { lapse }),
    },
    { name: '某餐饮公司', creditCode: '91371500MA9YXW1T5X' },
    decidedAt,
    { counting, workingDaysToServe: 10 },
  ).state;

const THREE_MONTHS: ItemLapse = { unit: 'month', count: 3, from: 'decision', source: '建筑法 9' };
/** Granted on 2026-08-06, to be used by 2026-11-06. */
const mustBeUsed = () => aLicence(0, on('2026-08-06'), THREE_MONTHS);

const inState: Record<LicenceStatus, () => Licence> = {
  valid: () => aLicence(),
  expired: () => expireLicence(aLicence(), END).state,
  lapsed: () => lapseLicence(mustBeUsed(), on('2026-11-09')).state,
  annulled: () => annulLicence(aLicence(), '复决〔2026〕1号', on('2026-11-18')).state,
};

describe('A licence', () => {
  it('is valid through the day before the anniversary of the decision', () => {
    expect(licenceOnTrack(track, DECIDED, 'c')).toMatchObject({
      number: '379900-20261102-000001-02-L',
      validFrom: '2026-11-06',
      validUntil: '2031-11-05',
    });
    expect(licenceOnTrack({ ...track, validityYears: 1 }, on('2024-02-29'), 'c').validUntil).toBe(
      '2025-02-27',
    );
  });

  it('has to be served within ten working days of the decision', () => {
    expect(aLicence().serveBy).toEqual({ due: '2026-11-20' });
    expect(licenceDeadlinesOf(aLicence())).toEqual({
      'service-warning': instantOf('2026-11-17T16:00:00.000Z'),
      'service-due': endOfDay(legalDate('2026-11-20')),
      'validity-end': END,
    });
  });

  it('has no service deadline on an open date and no end without one', () => {
    const licence = aLicence(0, on('2026-12-25'));

    expect(licence.serveBy).toEqual({ notBefore: '2027-01-01', missingYear: 2027 });
    expect(licenceDeadlinesOf(licence)).toEqual({
      'service-warning': undefined,
      'service-due': undefined,
      'validity-end': undefined,
    });
  });

  it.each(licenceLifecycle.states.filter((status) => status !== 'annulled'))(
    'meets the certificate clock by dispatch while %s, once',
    (status) => {
      const { state, events } = serveLicence(
        inState[status](),
        { servedAt: on('2026-11-09') },
        counting,
      );

      expect(events).toEqual([{ type: 'licence-served', servedAt: on('2026-11-09') }]);
      expect(licenceDeadlinesOf(state)).toMatchObject({
        'service-warning': undefined,
        'service-due': undefined,
      });
      expect(serveLicence(state, { servedAt: on('2026-11-10') }, counting).events).toEqual([]);
      expect(flagLateService(state, on('2026-12-01'), counting).events).toEqual([]);
    },
  );

  it('that was served in time is not overdue, though its receipt came back late', () => {
    const late = flagLateService(aLicence(), on('2026-11-21'), counting).state;
    const { state, events } = serveLicence(late, { servedAt: on('2026-11-19') }, counting);

    expect(events).toEqual([
      { type: 'licence-served', servedAt: on('2026-11-19'), undoes: 'service-overdue' },
    ]);
    expect(state).not.toHaveProperty('serviceOverdueSince');
    expect(state.clock.map(({ type }) => type)).toEqual(['started', 'met']);
    expect(serviceLamp(state, legalDate('2026-11-25'), counting)).not.toBe('red');
  });

  it('has its dates derived anew when the record of its service was wrong', () => {
    const told = (date: string, revision: number) => ({ servedAt: on(date), revision });
    const first = serveLicence(aLicence(), told('2026-11-19', 1), counting).state;
    const { state: corrected, events } = serveLicence(first, told('2026-11-23', 2), counting);
    const again = serveLicence(corrected, told('2026-11-18', 3), counting).state;

    expect(events).toEqual([
      { type: 'licence-served', servedAt: on('2026-11-23'), undoes: 'licence-served' },
    ]);
    expect(corrected.serviceOverdueSince).toBe(endOfDay(legalDate('2026-11-20')));
    expect(corrected.clock.map(({ type }) => type)).toEqual(['started', 'missed', 'met']);
    expect(serveLicence(corrected, told('2026-11-19', 1), counting).events).toEqual([]);
    expect(again).not.toHaveProperty('serviceOverdueSince');
    expect(again.clock.map(({ type }) => type)).toEqual(['started', 'met']);
  });

  it('keeps the newest record of its service, also where that went back to the day of an older one', () => {
    const told = (date: string, revision: number) => ({ servedAt: on(date), revision });
    const first = serveLicence(aLicence(), told('2026-11-18', 1), counting).state;
    const { state: third, events } = serveLicence(first, told('2026-11-18', 3), counting);

    expect(events).toEqual([
      { type: 'service-confirmed', servedAt: on('2026-11-18'), revision: 3 },
    ]);
    expect(serveLicence(third, told('2026-11-23', 2), counting).events).toEqual([]);
  });

  it('is flagged once when it was not served in time', () => {
    const since = endOfDay(legalDate('2026-11-20'));
    const { state, events } = flagLateService(aLicence(), on('2026-11-21'), counting);

    expect(events).toEqual([
      { type: 'service-overdue', since, due: '2026-11-20', article: '行政许可法 44' },
    ]);
    expect(serviceLamp(state, legalDate('2026-11-21'), counting)).toBe('red');
    expect(flagLateService(state, on('2026-11-22'), counting).events).toEqual([]);
    expect(flagLateService(aLicence(), on('2026-11-20'), counting).events).toEqual([]);
  });

  it('is warned of while its certificate waits, each lamp once', () => {
    const blue = warnOfService(aLicence(), on('2026-11-18'));
    const yellow = warnOfService(blue.state, on('2026-11-20'));

    expect(blue.events).toEqual([{ type: 'service-warning', due: '2026-11-20', lamp: 'blue' }]);
    expect(yellow.events).toEqual([{ type: 'service-warning', due: '2026-11-20', lamp: 'yellow' }]);
    expect(warnOfService(yellow.state, on('2026-11-20', '23:00')).events).toEqual([]);
    expect(warnOfService(aLicence(), on('2026-11-17')).events).toEqual([]);
    expect(licenceDeadlinesOf(blue.state)['service-warning']).toBe(
      instantOf('2026-11-19T16:00:00.000Z'),
    );
  });

  it('that was served late stays red, and its clock says so', () => {
    const late = flagLateService(aLicence(), on('2026-11-21'), counting).state;
    const { state } = serveLicence(late, { servedAt: on('2026-11-23') }, counting);

    expect(state.clock.map(({ type }) => type)).toEqual(['started', 'missed', 'met']);
    expect(serviceLamp(state, legalDate('2026-11-24'), counting)).toBe('red');
  });

  it('expires after its last day, and not before', () => {
    expect(expireLicence(aLicence(), on('2031-11-05', '23:59')).events).toEqual([]);
    expect(inState.expired()).toMatchObject({ status: 'expired' });
    expect(expireLicence(inState.expired(), END).events).toEqual([]);
  });

  it('stands no longer once its decision was quashed: nothing is awaited, served or used', () => {
    const licence = inState.annulled();

    expect(Object.values(licenceDeadlinesOf(licence)).filter(Boolean)).toEqual([]);
    expect(statusOn(licence, legalDate('2026-11-18'))).toBe('annulled');
    expect(licenceLifecycle.actionsFrom('annulled')).toEqual([]);
    for (const status of licenceLifecycle.states.filter((each) => each !== 'annulled')) {
      expect(annulLicence(inState[status](), 'D', DECIDED).state.status).toBe('annulled');
    }
  });

  it('shows the public its status of the day, whether or not the end is recorded', () => {
    const licence = aLicence();

    expect(statusOn(licence, legalDate('2031-11-05'))).toBe('valid');
    expect(statusOn(licence, legalDate('2031-11-06'))).toBe('expired');
    expect(statusOn(aLicence(0), legalDate('2099-01-01'))).toBe('valid');
  });
});

describe('A licence that its law lets lapse when it is not used', () => {
  const LAST = legalDate('2026-11-06');
  const use = (licence: Licence, usedOn: string, now = on('2026-11-09'), evidence = '开工报告') =>
    recordUse(licence, { usedOn: legalDate(usedOn), evidence }, { id: 'li' }, now);

  it('has a term of use, with a deadline', () => {
    expect(mustBeUsed().useBy).toEqual({ due: LAST });
    expect(licenceDeadlinesOf(mustBeUsed())['use-due']).toBe(endOfDay(LAST));
    expect(licenceDeadlinesOf(aLicence())['use-due']).toBeUndefined();
  });

  it('counts that term from the service where the law says so', () => {
    const licence = aLicence(0, on('2026-08-03'), { ...THREE_MONTHS, from: 'service' });

    expect(licence).not.toHaveProperty('useBy');
    expect(serveLicence(licence, { servedAt: on('2026-08-06') }, counting).state.useBy).toEqual({
      due: LAST,
    });
  });

  it('has lapsed by itself as of the end of the term, by the article of its law', () => {
    const { state, events } = lapseLicence(mustBeUsed(), on('2026-11-09'));

    expect(state.status).toBe('lapsed');
    expect(events).toMatchObject([
      {
        type: 'licence-lapsed',
        effect: {
          kind: 'permit-lapsed',
          article: '建筑法 9',
          becameSoAt: endOfDay(LAST),
          countsFrom: '2026-11-07',
        },
      },
    ]);
    expect(lapseLicence(state, on('2026-11-10')).events).toEqual([]);
    expect(lapseLicence(mustBeUsed(), on('2026-11-06', '23:59')).events).toEqual([]);
    expect(lapseLicence(aLicence(), on('2099-01-01')).events).toEqual([]);
  });

  it('shows the public that it lapsed, whether or not that is recorded', () => {
    expect(statusOn(mustBeUsed(), LAST)).toBe('valid');
    expect(statusOn(mustBeUsed(), legalDate('2026-11-07'))).toBe('lapsed');
  });

  it('goes on once its first use is recorded', () => {
    const { state } = use(mustBeUsed(), '2026-11-06');

    expect(licenceDeadlinesOf(state)['use-due']).toBeUndefined();
    expect(statusOn(state, legalDate('2026-12-01'))).toBe('valid');
    expect(lapseLicence(state, on('2026-12-01')).events).toEqual([]);
  });

  it('never lapsed where a use in time is told only after the lapse was recorded', () => {
    const { state, events } = use(inState.lapsed(), '2026-11-02');

    expect(state).toMatchObject({ status: 'valid' });
    expect(state).not.toHaveProperty('lapsed');
    expect(events).toMatchObject([{ type: 'licence-used', undoes: 'permit-lapsed' }]);
  });

  it('takes no use that says nothing, came too late, or is yet to come', () => {
    expect(rulesOf(() => use(aLicence(), '2026-11-08', on('2026-11-09'), ' '))).toEqual([
      'term-of-use-runs',
      'evidence-given',
    ]);
    expect(rulesOf(() => use(mustBeUsed(), '2026-11-10'))).toEqual([
      'used-not-in-the-future',
      'used-within-its-term',
    ]);
    const noSuchDate = { usedOn: '2026-09-31' as typeof LAST, evidence: '开工报告' };
    expect(
      rulesOf(() => recordUse(mustBeUsed(), noSuchDate, { id: 'li' }, on('2026-11-09'))),
    ).toEqual(['date-exists']);
    const used = use(mustBeUsed(), '2026-11-02').state;
    expect(rulesOf(() => use(used, '2026-11-03'))).toEqual(['used-once']);
  });
});
