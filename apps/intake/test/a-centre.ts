import type { Topology } from '@onewindow/contracts';
import type { Instant } from '@onewindow/kernel';
import { ServiceAlone, type Neighbour } from '@onewindow/service/testing';
import { intakeService } from '../src/intake-service.js';
import { IntakeModule } from '../src/intake.module.js';

const topology: Topology = {
  region: '379900',
  participants: [
    { service: 'intake', instance: 'centre', account: 'CENTRE' },
    { service: 'approval', instance: 'bureau', account: 'CENTRE' },
    { service: 'intermediary-market', instance: 'centre', account: 'CENTRE' },
    { service: 'gateway', instance: 'centre', account: 'CENTRE' },
    { service: 'provisioner', instance: 'centre', account: 'CENTRE' },
  ],
};

/** Intake alone, with the approval bureau and the market played by the spec. */
export class Centre extends ServiceAlone {
  bureau!: Neighbour;
  market!: Neighbour;

  static async open(start: Instant): Promise<Centre> {
    const centre = new Centre({
      module: IntakeModule,
      definition: intakeService,
      self: 'intake-centre',
      topology,
      start,
    });
    await centre.prepare();
    centre.bureau = await centre.neighbour('approval-bureau');
    centre.market = await centre.neighbour('intermediary-market-centre');
    await centre.start();
    return centre;
  }
}
