import { aggregateKind } from '@onewindow/kernel';
import type { Handover, HandoverEvent } from '../domain/handover.js';

export const HANDOVER = aggregateKind<Handover, HandoverEvent>('handover');

export const ACKNOWLEDGEMENT_DEADLINE = 'acknowledgement';
