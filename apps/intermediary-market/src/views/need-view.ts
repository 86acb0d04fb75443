import type { MarketNeed, MarketService } from '@onewindow/contracts';
import { tieOf, type ListedService } from '../domain/market-service.js';
import type { Need } from '../domain/need.js';

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

export const serviceView = ({ entry }: ListedService): MarketService => ({
  code: entry.code,
  name: entry.name,
  legalBasis: [...entry.legalBasis],
  items: [...entry.items],
  qualifications: [...entry.qualifications],
});
