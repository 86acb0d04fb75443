import type { Topology } from '@onewindow/contracts';
import type { Instant } from '@onewindow/kernel';
import { ServiceAlone, type Neighbour } from '@onewindow/service/testing';
import { approvalService } from '../src/approval-service.js';
import { ApprovalModule } from '../src/approval.module.js';

export const topology: Topology = {
  region: '379900',
  participants: [
    { service: 'intake', instance: 'centre', account: 'CENTRE' },
    { service: 'approval', instance: 'bureau', account: 'CENTRE' },
    { service: 'gateway', instance: 'centre', account: 'CENTRE' },
    { service: 'provisioner', instance: 'centre', account: 'CENTRE' },
    {
      service: 'supervision',
      instance: 'city-management',
      account: 'CITY',
      departments: ['city-management'],
    },
    {
      service: 'supervision',
      instance: 'market-regulation',
      account: 'MARKET',
      departments: ['market-regulation'],
    },
  ],
};

/** Approval alone, between intake and one department. */
export class Bureau extends ServiceAlone {
  intake!: Neighbour;
  city!: Neighbour;

  static async open(start: Instant): Promise<Bureau> {
    const bureau = new Bureau({
      module: ApprovalModule,
      definition: approvalService,
      self: 'approval-bureau',
      topology,
      start,
    });
    await bureau.prepare();
    bureau.intake = await bureau.neighbour('intake-centre');
    bureau.city = await bureau.neighbour('supervision-city-management');
    await bureau.start();
    return bureau;
  }
}
