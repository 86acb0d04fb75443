import { endOfDay, instantOf, legalDate } from '@onewindow/kernel';
import { APPLICATION, CASE, counting, on } from '../../../test/fixtures.js';
import { serviceLamp } from './certificate-clock.js';
import { licenceLifecycle, type LicenceStatus } from './licence-lifecycle.js';
import {
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

const aLicence = (validityYears: number | undefined = 5, decidedAt = DECIDED): Licence =>
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
    },
    { name: '某餐饮公司', creditCode: '91371500MA9YXW1T5X' },
    decidedAt,
    { counting, workingDaysToServe: 10 },
  ).state;

const inState: Record<LicenceStatus, () => Licence> = {
  valid: () => aLicence(),
  expired: () => expireLicence(aLicence(), END).state,
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

  it.each(licenceLifecycle.states)(
    'meets the certificate clock by dispatch while %s, once',
    (status) => {
      const { state, events } = serveLicence(inState[status](), on('2026-11-09'), counting);

      expect(events).toEqual([{ type: 'licence-served', servedAt: on('2026-11-09') }]);
      expect(licenceDeadlinesOf(state)).toMatchObject({
        'service-warning': undefined,
        'service-due': undefined,
      });
      expect(serveLicence(state, on('2026-11-10'), counting).events).toEqual([]);
      expect(flagLateService(state, on('2026-12-01'), counting).events).toEqual([]);
    },
  );

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
    const { state } = serveLicence(late, on('2026-11-23'), counting);

    expect(state.clock.map(({ type }) => type)).toEqual(['started', 'missed', 'met']);
    expect(serviceLamp(state, legalDate('2026-11-24'), counting)).toBe('red');
  });

  it('expires after its last day, and not before', () => {
    expect(expireLicence(aLicence(), on('2031-11-05', '23:59')).events).toEqual([]);
    expect(inState.expired()).toMatchObject({ status: 'expired' });
    expect(expireLicence(inState.expired(), END).events).toEqual([]);
  });

  it('shows the public its status of the day, whether or not the end is recorded', () => {
    const licence = aLicence();

    expect(statusOn(licence, legalDate('2031-11-05'))).toBe('valid');
    expect(statusOn(licence, legalDate('2031-11-06'))).toBe('expired');
    expect(statusOn(aLicence(0), legalDate('2099-01-01'))).toBe('valid');
  });
});
