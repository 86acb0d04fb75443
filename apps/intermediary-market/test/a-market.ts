import { randomUUID } from 'node:crypto';
import {
  ConfirmPublicValueV1,
  EnterPublicValueV1,
  FindProjectV1,
  ProposeContractV1,
  PublishProjectV1,
  PublishServiceV1,
  RegisterAgencyV1,
  ReportNeededV1,
  SignContractV1,
  SignUpV1,
  type PayloadOf,
  type ReplyOf,
  type RequestOf,
  type Topology,
} from '@onewindow/contracts';
import { completeCreditCode } from '@onewindow/identifiers';
import { instantOf, type Instant, type Person } from '@onewindow/kernel';
import { ServiceAlone, type Neighbour } from '@onewindow/service/testing';
import { eventually } from '@onewindow/testing';
import { IntermediaryMarketModule } from '../src/intermediary-market.module.js';
import { intermediaryMarketService } from '../src/intermediary-market-service.js';

export const WITHIN = { withinMs: 60_000 };

/** Thursday 2026-04-30, ten in the morning in Shanghai; sign-up closes with Friday 05-08. */
export const NOW = instantOf('2026-04-30T10:00:00+08:00');

const topology: Topology = {
  region: '379900',
  participants: [
    { service: 'intake', instance: 'centre', account: 'CENTRE' },
    { service: 'intermediary-market', instance: 'centre', account: 'CENTRE' },
    { service: 'gateway', instance: 'centre', account: 'CENTRE' },
    { service: 'provisioner', instance: 'centre', account: 'CENTRE' },
  ],
};

const person = (
  id: string,
  role: Person['roles'][number],
  organisation?: { readonly name: string; readonly creditCode: string },
): Person => ({
  kind: 'person',
  id,
  name: id,
  roles: [role],
  region: '379900',
  ...(organisation && {
    organisation: organisation.creditCode,
    organisationName: organisation.name,
  }),
});

export const ENTERPRISE = { name: '海棠市临江小馆餐饮有限公司', creditCode: '91371500MA9YXW1T5X' };

export const people = {
  owner: person('lin.yue', 'applicant', ENTERPRISE),
  stranger: person('gu.ning', 'applicant', { name: '城东面馆', creditCode: '92370523MA9YXW2N21' }),
  operator: person('tang.yu', 'market-operator'),
  second: person('song.qi', 'market-operator'),
  auditor: person('shen.jing', 'auditor'),
};

let serial = 0;

/** Somebody of an agency that nobody else uses. */
export function anAgent(): Person & { readonly organisation: string } {
  serial += 1;
  const letter = String(serial).padStart(3, '0');
  const creditCode = completeCreditCode(`91371500MA3Q1${letter}`);
  return {
    ...person(`agent-${letter}`, 'intermediary', { name: `检测机构${letter}`, creditCode }),
    organisation: creditCode,
  };
}

/** The market alone, with intake played by the spec. */
export class Market extends ServiceAlone {
  intake!: Neighbour;
  static async open(start: Instant = NOW): Promise<Market> {
    const market = new Market({
      module: IntermediaryMarketModule,
      definition: intermediaryMarketService,
      self: 'intermediary-market-centre',
      topology,
      start,
    });
    await market.prepare();
    market.intake = await market.neighbour('intake-centre');
    await market.start();
    await market.ask(PublishServiceV1, people.operator, {
      code: 'water-quality-testing',
      name: '排水水质、水量检测',
      legalBasis: ['城镇污水排入排水管网许可管理办法 6'],
      items: [{ item: 'drainage-permit', itemName: '排水许可', approvingAgency: 'bureau' }],
      qualifications: [{ code: 'accreditation', name: '检验检测机构资质认定' }],
    });
    return market;
  }

  register(
    agent: Person & { readonly organisation: string },
    change: Partial<RequestOf<typeof RegisterAgencyV1>> = {},
  ) {
    return this.ask(RegisterAgencyV1, agent, {
      creditCode: agent.organisation,
      name: agent.organisationName ?? '',
      committed: true,
      affiliatedWith: [],
      qualifications: [
        { code: 'accreditation', number: 'CMA-1', scope: '水', validFrom: '2023-01-01' },
      ],
      contact: { name: '王工', phone: '13900000000' },
      ...change,
    });
  }

  /** So many registered agencies that signed up. */
  async signedUp(projectNumber: string, many: number) {
    const agents = Array.from({ length: many }, anAgent);
    for (const agent of agents) {
      await this.register(agent);
      await this.ask(SignUpV1, agent, { projectNumber });
    }
    return agents;
  }

  publish(
    change: Partial<RequestOf<typeof PublishProjectV1>> = {},
    by: Person = people.owner,
  ): Promise<ReplyOf<typeof PublishProjectV1>> {
    return this.ask(PublishProjectV1, by, aProject(change));
  }

  find(projectNumber: string, by?: Person) {
    return this.ask(FindProjectV1, by, { projectNumber });
  }

  async comesTo(projectNumber: string, status: ReplyOf<typeof FindProjectV1>['status']) {
    await eventually(async () => {
      expect((await this.find(projectNumber)).status).toBe(status);
    }, WITHIN);
  }

  /** Moves on to the end of sign-up; resolves when the list is frozen. */
  async closeSignUp(projectNumber: string): Promise<void> {
    await this.pastClosing(projectNumber);
    await this.comesTo(projectNumber, 'closed');
  }

  async pastClosing(projectNumber: string): Promise<void> {
    const { notice } = await this.find(projectNumber);
    await this.moveClockTo(instantOf(notice.closesAt));
  }

  /** Moves on to the moment from which the public value can be known. */
  async letValueAppear(projectNumber: string): Promise<void> {
    const { notice } = await this.find(projectNumber);
    await this.moveClockTo(instantOf(notice.publicValue.appearsAt));
  }

  async enter(
    projectNumber: string,
    change: Partial<RequestOf<typeof EnterPublicValueV1>> = {},
  ): Promise<ReplyOf<typeof EnterPublicValueV1>> {
    const { publication, issue } = (await this.find(projectNumber)).notice.publicValue;
    return this.ask(EnterPublicValueV1, people.operator, {
      projectNumber,
      publication,
      issue,
      value: '3245.67',
      source: 'https://www.sse.com.cn',
      ...change,
    });
  }

  confirm(projectNumber: string, by: Person = people.second, value = '3245.67') {
    return this.ask(ConfirmPublicValueV1, by, { projectNumber, value });
  }

  /** A project with so many agencies, of which one is drawn; resolves with the one, and the others. */
  async awarded(many = 3, change: Partial<RequestOf<typeof PublishProjectV1>> = {}) {
    const { projectNumber } = await this.publish(change);
    const agents = await this.signedUp(projectNumber, many);
    await this.closeSignUp(projectNumber);
    await this.letValueAppear(projectNumber);
    await this.enter(projectNumber);
    const drawn = await this.confirm(projectNumber);
    const winner = agents.find((each) => each.organisation === drawn.agency.creditCode);
    if (winner === undefined) throw new TypeError('a stranger was drawn');
    return { projectNumber, winner, others: agents.filter((each) => each !== winner), drawn };
  }

  /** The same with a contract that both sides signed. */
  async contracted(many = 1, change: Partial<RequestOf<typeof PublishProjectV1>> = {}) {
    const awarded = await this.awarded(many, change);
    const { projectNumber, winner } = awarded;
    const { hash: fileHash } = await this.propose(projectNumber, winner);
    await this.ask(SignContractV1, people.owner, { projectNumber, fileHash });
    return awarded;
  }

  /** The agency hands in the contract that it signed. */
  async propose(projectNumber: string, agent: Person) {
    await this.ask(ProposeContractV1, agent, {
      projectNumber,
      amountFen: 280_000,
      fileReceipt: await this.receipt(agent.id, 'contract.pdf'),
    });
    const { contract } = await this.find(projectNumber, agent);
    if (contract === undefined) throw new TypeError('there is no contract');
    return contract.file;
  }

  /** Intake tells that an application lacks the report; resolves when the market knows. */
  async need(change: Partial<Needed> = {}): Promise<Needed & { readonly needId: string }> {
    const told = aNeed(change);
    const { consumed } = await this.figures();
    await this.intake.say(ReportNeededV1, told.applicationId, told);
    await eventually(async () => {
      expect((await this.figures()).consumed).toBeGreaterThan(consumed);
    }, WITHIN);
    return { ...told, needId: `${told.applicationId}-${told.itemCode}-${told.materialCode}` };
  }
}

type Needed = PayloadOf<typeof ReportNeededV1>;

const aNeed = (change: Partial<Needed>): Needed => ({
  applicationId: randomUUID(),
  applicationNumber: 'SQ20260429-000001',
  region: '379900',
  itemCode: 'drainage-permit',
  itemName: '城镇污水排入排水管网许可',
  materialCode: 'water-quality-report',
  materialName: '排水水质、水量检测报告',
  intermediaryService: 'water-quality-testing',
  applicantAccount: people.owner.id,
  applicant: ENTERPRISE,
  premises: { name: '临江小馆', address: '临江路18号' },
  neededSince: NOW,
  correctionDue: { due: '2026-05-22' },
  ...change,
});

const aProject = (
  change: Partial<RequestOf<typeof PublishProjectV1>>,
): RequestOf<typeof PublishProjectV1> => ({
  service: 'water-quality-testing',
  title: '临江小馆排水水质检测',
  scope: '一个排放口',
  funds: 'private',
  budgetFen: 300_000,
  deliverWithinDays: 5,
  avoided: [],
  contact: { name: '林悦', phone: '13812345678' },
  ...change,
});
