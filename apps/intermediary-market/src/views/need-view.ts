import type { KnownItem } from '@onewindow/kernel';
import type { MarketNeed, ServiceOfList } from '@onewindow/contracts';
import { tieOf, type ListedService } from '../domain/market-service.js';
import type { Need } from '../domain/need.js';

/** More than any city has for one report. */
const MOST_MATTERS = 1_000;

export const needView = (need: Need, listed: ReadonlyMap<string, ListedService>): MarketNeed => ({
  needId: need.id,
  status: need.status,
  applicationId: need.applicationId,
  applicationNumber: need.applicationNumber,
  item: need.itemCode,
  itemName: need.itemName,
  material: need.materialCode,
  materialName: need.materialName,
  service: need.intermediaryService,
  listed: tieOf(listed.get(need.intermediaryService), need.itemCode) !== undefined,
  neededSince: need.neededSince,
  correctionDue: need.correctionDue,
  ...(need.projectNumber !== undefined && { projectNumber: need.projectNumber }),
});

export const serviceView = (
  { entry }: ListedService,
  asking: readonly KnownItem[],
): ServiceOfList => ({
  code: entry.code,
  name: entry.name,
  legalBasis: [...entry.legalBasis],
  items: [...entry.items],
  qualifications: [...entry.qualifications],
  matters: asking
    .filter(({ intermediaryServices }) => intermediaryServices.includes(entry.code))
    .slice(0, MOST_MATTERS)
    .map(({ item, name, decidingAgency, decidingAgencyName }) => ({
      item,
      itemName: name,
      decidingAgency,
      decidingAgencyName,
    })),
});
