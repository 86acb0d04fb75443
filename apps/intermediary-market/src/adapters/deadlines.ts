import { onDeadline, type DeadlineHandler } from '@onewindow/journal';
import {
  CLOSING_DEADLINE,
  CONTRACT_DEADLINE,
  DELIVERY_DEADLINE,
  PROJECT,
} from '../use-cases/aggregates.js';
import type { MarketUseCases } from '../use-cases/market-use-cases.js';

/** Which deadline runs which policy. */
export const deadlines = (market: MarketUseCases): readonly DeadlineHandler[] => [
  onDeadline(PROJECT, CLOSING_DEADLINE, (projectNumber) => market.closeSignUp({ projectNumber })),
  onDeadline(PROJECT, CONTRACT_DEADLINE, (projectNumber, { dueAt }) =>
    market.recordContractOverdue({ projectNumber, legal: dueAt }),
  ),
  onDeadline(PROJECT, DELIVERY_DEADLINE, (projectNumber, { dueAt }) =>
    market.recordDeliveryOverdue({ projectNumber, legal: dueAt }),
  ),
];
