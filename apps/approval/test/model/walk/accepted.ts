import { randomUUID } from 'node:crypto';
import type { ApplicationAcceptedPayload } from '@onewindow/contracts';
import { addDays, addMilliseconds, legalDate, startOfDay, type Instant } from '@onewindow/kernel';
import * as fc from 'fast-check';
import { REGION } from './officials.js';

/** Between the new year and the end of May, so that no term reaches into a year that is not published. */
export const acceptance: fc.Arbitrary<Instant> = fc
  .record({ day: fc.nat(140), minute: fc.nat(24 * 60 - 1) })
  .map(({ day, minute }) =>
    addMilliseconds(startOfDay(addDays(legalDate('2026-01-04'), day)), minute * 60_000),
  );

export const caseNumberOf = (serial: number): string =>
  `${REGION}-20260101-${String(serial).padStart(6, '0')}`;

type Told = Pick<ApplicationAcceptedPayload, 'caseNumber' | 'acceptedAt' | 'items'> &
  Partial<ApplicationAcceptedPayload>;

/** What intake tells of an application that it accepted. */
export const applicationOf = (told: Told): ApplicationAcceptedPayload => ({
  applicationId: randomUUID(),
  applicationNumber: `A-${told.caseNumber}`,
  region: REGION,
  receivedAt: told.acceptedAt,
  applicantAccount: 'chen',
  applicant: { name: '某公司', creditCode: '91371500MA9YXW1T5X' },
  premises: { name: '门店', address: '人民路 1 号' },
  jointInspection: [],
  ...told,
});

type Item = ApplicationAcceptedPayload['items'][number];

/** An item of an agency, with the term of the law and no visit unless it says otherwise. */
export const itemToldOf = (item: string, agency: string, changes: Partial<Item> = {}): Item => ({
  item,
  itemName: item,
  agency,
  agencyName: agency,
  statutoryTerm: { unit: 'working-day', days: 20, source: '行政许可法 42' },
  siteVisit: false,
  resultName: '许可证',
  materials: [],
  ...changes,
});
