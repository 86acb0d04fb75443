import {
  tokenOf,
  type ClockState,
  type JournalFigures,
  type JournalTrace,
  type Participant,
  type Topology,
} from '@onewindow/contracts';
import { journalKeepers } from '../platform/journal-keepers.js';
import type { GatewayClient } from './gateway-client.js';

/** A service with one instance goes by its own name, one of several by its token. */
export function nameOf(participant: Participant, topology: Topology): string {
  const instances = topology.participants.filter(({ service }) => service === participant.service);
  return instances.length === 1 ? participant.service : tokenOf(participant);
}

const below = (participant: Participant) =>
  `/api/operations/${participant.service}/${tokenOf(participant)}`;

/** What an auditor and an administrator can ask of each instance through the gateway. */
export class Operations {
  constructor(
    private readonly auditor: GatewayClient,
    private readonly administrator: GatewayClient,
    readonly topology: Topology,
  ) {}

  get keepers(): readonly Participant[] {
    return journalKeepers(this.topology);
  }

  figures(participant: Participant): Promise<JournalFigures> {
    return this.auditor.get(`${below(participant)}/journal-figures`);
  }

  trace(participant: Participant, correlation: string): Promise<JournalTrace> {
    return this.auditor.get(`${below(participant)}/journal-trace/${correlation}`);
  }

  clock(participant: Participant): Promise<ClockState> {
    return this.auditor.get(`${below(participant)}/clock`);
  }

  async setClock(participant: Participant, to: string): Promise<void> {
    await this.administrator.put(`${below(participant)}/clock`, { to });
  }
}
