import { randomUUID } from 'node:crypto';
import { DecisionHandedOverV1, type PayloadOf, type Topology } from '@onewindow/contracts';
import { instantOf, type Instant, type Person, type Role } from '@onewindow/kernel';
import { ServiceAlone, type Neighbour } from '@onewindow/service/testing';
import { eventually } from '@onewindow/testing';
import { supervisionService } from '../src/supervision-service.js';
import { SupervisionModule } from '../src/supervision.module.js';

export const WITHIN = { withinMs: 60_000 };

/** Monday 2026-05-18, ten in the morning in Shanghai. */
export const NOW = instantOf('2026-05-18T10:00:00+08:00');
export const on = (date: string, time = '10:00'): Instant => instantOf(`${date}T${time}:00+08:00`);

const topology: Topology = {
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
      departments: ['city-management', 'gardens'],
    },
  ],
};

/** Supervision of two small departments alone, in the account of its own, with the bureau played by the spec. */
export class Department extends ServiceAlone {
  bureau!: Neighbour;
  centre!: Neighbour;

  static async open(start: Instant): Promise<Department> {
    const department = new Department({
      module: SupervisionModule,
      definition: supervisionService,
      self: 'supervision-city-management',
      topology,
      start,
    });
    await department.prepare();
    department.bureau = await department.neighbour('approval-bureau');
    department.centre = await department.neighbour('intake-centre');
    await department.start();
    return department;
  }

  /** The bureau hands a decision over; resolves when it has arrived. */
  async handOver(change: Partial<HandedOver> = {}): Promise<HandedOver> {
    const told = aHandedOverDecision(change);
    const { consumed } = await this.figures();
    await this.bureau.say(DecisionHandedOverV1, told.handoverId, told);
    await eventually(async () => {
      expect((await this.figures()).consumed).toBeGreaterThan(consumed);
      expect((await this.trace(told.applicationId)).entries).not.toEqual([]);
    }, WITHIN);
    return told;
  }
}

export type HandedOver = PayloadOf<typeof DecisionHandedOverV1>;

let serial = 0;

export function aHandedOverDecision(change: Partial<HandedOver> = {}): HandedOver {
  serial += 1;
  const number = String(serial).padStart(6, '0');
  return {
    handoverId: randomUUID(),
    applicationId: randomUUID(),
    caseNumber: `379900-20260429-${number}`,
    item: 'drainage-permit',
    itemName: '城镇污水排入排水管网许可',
    department: 'city-management',
    applicant: { name: `临江小馆 ${number}`, creditCode: '91371500MA9YXW1T5X' },
    premises: { name: '临江小馆', address: '临江路18号' },
    decision: {
      number: `决-${number}`,
      outcome: 'granted',
      decidedAt: NOW,
      agency: 'bureau',
      agencyName: '海棠市行政审批服务局',
      reasons: [],
    },
    licence: {
      number: `证-${number}`,
      name: '排水许可证',
      validFrom: '2026-05-18',
      verificationCode: 'abcdefghij',
    },
    handedOverAt: NOW,
    acknowledgeBy: { due: '2026-05-21' },
    ...change,
  };
}

const anOfficer = (id: string, department: string, ...roles: Role[]): Person => ({
  kind: 'person',
  id,
  name: id,
  roles,
  region: '379900',
  department,
});

export const people = {
  officer: anOfficer('jiang.bo', 'city-management', 'supervisor'),
  gardener: anOfficer('he.lin', 'gardens', 'supervisor'),
  marketOfficer: anOfficer('wei.na', 'market-regulation', 'supervisor'),
  auditor: anOfficer('shen.jing', 'government-office', 'auditor'),
};

export const elsewhere = (person: Person): Person => ({ ...person, region: '370100' });
