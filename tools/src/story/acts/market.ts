import type {
  ConfirmPublicValueReply,
  DeliverReportReply,
  FindDrawReply,
  FindProjectReply,
  ListNeedsReply,
  PublishProjectReply,
} from '@onewindow/contracts';
import { verifyDrawFile } from '@onewindow/draw';
import { MARKET_AGENCIES, WATER_QUALITY_TESTING } from '../../demonstration/market.js';
import type { GatewayClient } from '../gateway-client.js';
import { expectEqual, expectThat } from '../expectations.js';
import { aPdf } from '../paper-files.js';
import type { Scene } from '../scene.js';
import { until } from '../until.js';

const PUBLIC_VALUE = '3312.48';

export const agentsOf = ({ clearSpring, blueSpring, pureWater }: Scene['cast']) => [
  clearSpring,
  blueSpring,
  pureWater,
];

const at = (scene: Scene, step = '') => `/api/market/projects/${scene.projectNumber}${step}`;

const project = (scene: Scene, by: GatewayClient = scene.cast.public) =>
  by.get<FindProjectReply>(at(scene));

/** The enterprise looks for somebody who makes the report that its application lacks. */
export async function publishProject(scene: Scene): Promise<void> {
  const { owner } = scene.cast;
  const need = await until('the market knows of the missing report', async () => {
    const { needs } = await owner.get<ListNeedsReply>('/api/market/needs');
    return needs.find(({ applicationId }) => applicationId === scene.applicationId);
  });
  expectEqual('the list ties the report to the item', need.listed, true);
  const published = await owner.post<PublishProjectReply>('/api/market/projects', {
    needId: need.needId,
    service: WATER_QUALITY_TESTING.code,
    title: '临江小馆排水水质、水量检测',
    scope: '一个排放口，采样并出具检测报告。',
    funds: 'private',
    budgetFen: 300_000,
    deliverWithinDays: 3,
    avoided: [],
    contact: { name: '林悦', phone: '0000-88880101' },
  });
  scene.projectNumber = published.projectNumber;
  const { due } = published.signUpUntil;
  if (scene.datesKnown) expectEqual('three working days for sign-up', due, '2026-04-23');
  scene.say(`中介项目公告 project ${published.projectNumber}: sign-up until ${due ?? ''}`);
}

/** Three agencies sign up; nobody sees another one, not even how many there are. */
export async function signUp(scene: Scene): Promise<void> {
  const { cast } = scene;
  const agents = agentsOf(cast);
  const before = [await project(scene, cast.owner), await project(scene, cast.marketOperator)];
  for (const agent of agents) await agent.post(at(scene, '/sign-up'));
  const after = [await project(scene, cast.owner), await project(scene, cast.marketOperator)];
  expectEqual('neither owner nor operator sees who signed up', after, before);
  for (const agent of agents) {
    const { ownSignUp, list } = await project(scene, agent);
    expectThat('an agency sees its own sign-up alone', () => ownSignUp !== undefined && !list);
  }
  scene.say('报名 three agencies signed up, unseen by each other');
}

/** Two officers read the value that the notice named; the draw follows, and anybody computes it again. */
export async function drawAgency(scene: Scene): Promise<void> {
  const { cast } = scene;
  const closed = await until('the list is public', async () => {
    const shown = await project(scene);
    return shown.list && { ...shown, list: shown.list };
  });
  expectEqual(
    'all three are on the list',
    closed.list.entries.map(({ creditCode }) => creditCode).toSorted(),
    MARKET_AGENCIES.map(({ creditCode }) => creditCode).toSorted(),
  );
  const { publication, issue } = closed.notice.publicValue;
  await cast.marketOperator.post(at(scene, '/public-value'), {
    publication,
    issue,
    value: PUBLIC_VALUE,
    source: closed.notice.publicValue.where,
  });
  const drawn = await cast.secondMarketOperator.post<ConfirmPublicValueReply>(at(scene, '/draw'), {
    value: PUBLIC_VALUE,
  });
  const file = await cast.public.get<FindDrawReply>(at(scene, '/draw'));
  const published = { notice: closed.notice.hash, list: closed.list.hash };
  expectEqual('anybody computes the draw again', verifyDrawFile(file, published), []);
  expectEqual(
    'the first of the draw is awarded',
    file.ranking[0]?.creditCode,
    drawn.agency.creditCode,
  );
  expectThat('a changed value is noticed', () => {
    const changed = { ...file, publicValue: { ...file.publicValue, value: '3312.49' } };
    return verifyDrawFile(changed, published).length > 0;
  });
  scene.say(`随机抽取 drawn by ${issue} ${PUBLIC_VALUE}: ${drawn.agency.name}`);
}

/** Both sign the same file; then the agency delivers, and the report finds its application by itself. */
export async function contractReport(scene: Scene): Promise<void> {
  const agent = await awardedAgent(scene);
  const upload = (name: string) => agent.upload(name, aPdf(name), 'application/pdf');
  await agent.post(at(scene, '/contract'), {
    amountFen: 260_000,
    fileReceipt: await upload('water-quality-contract.pdf'),
  });
  const { contract } = await project(scene, scene.cast.owner);
  await scene.cast.owner.post(at(scene, '/contract/signature'), { fileHash: contract?.file.hash });
  scene.say(`合同 contract ${contract?.number ?? ''}: 2,600.00 yuan of 3,000.00`);
}

export async function deliverReport(scene: Scene): Promise<void> {
  const agent = await awardedAgent(scene);
  const name = 'water-quality-report.pdf';
  const delivered = await agent.post<DeliverReportReply>(at(scene, '/report'), {
    fileReceipt: await agent.upload(name, aPdf('Water quality of the drain'), 'application/pdf'),
  });
  expectEqual('the report is in time', delivered.daysLate, 0);
  await until('the report lies on the application', async () => {
    const { materials } = await scene.application();
    const held = materials.find(({ material }) => material === 'water-quality-report');
    return held?.files.some(({ hash }) => hash === delivered.hash) === true ? true : undefined;
  });
  const { status } = await scene.application();
  expectEqual('and no clock runs yet', status, 'awaiting-correction');
  const scores = { quality: 5, timeliness: 5, attitude: 5, price: 4 };
  await scene.cast.owner.post(at(scene, '/ratings'), scores);
  await agent.post(at(scene, '/ratings'), scores);
  scene.say(
    `成果 report delivered onto the application: ${delivered.hash.slice(0, 12)}; both rated`,
  );
}

async function awardedAgent(scene: Scene): Promise<GatewayClient> {
  const { awards } = await project(scene);
  const index = MARKET_AGENCIES.findIndex(
    ({ creditCode }) => creditCode === awards[0]?.agency.creditCode,
  );
  const agent = agentsOf(scene.cast)[index];
  if (agent === undefined) throw new TypeError('nobody of the market was awarded');
  return agent;
}
