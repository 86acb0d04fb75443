import type { Topology } from '@onewindow/contracts';
import { CITY_TOPOLOGY } from '../demonstration/city.js';
import { DEMONSTRATION_ACCOUNTS } from '../demonstration/accounts.js';
import type { Platform } from '../platform/start-platform.js';
import { GatewayClient, type ClientOptions } from './gateway-client.js';
import { Operations } from './operations.js';

/** Where the platform is and how its demonstration accounts sign in. */
export interface Stage {
  readonly url: string;
  /** Password of each demonstration account, by its id. */
  readonly passwords: ReadonlyMap<string, string>;
  readonly topology?: Topology;
}

/** A running platform as a stage. */
export const stageOf = ({ url, accounts }: Pick<Platform, 'url' | 'accounts'>): Stage => ({
  url,
  passwords: new Map(accounts.map(({ id, password }) => [id, password])),
});

export type Cast = Readonly<Record<keyof typeof parts | 'public', GatewayClient>> & {
  readonly operations: Operations;
};

/** Who plays what in the story of the restaurant. */
const parts = {
  owner: 'lin.yue',
  clerk: 'zhao.min',
  approver: 'qian.wei',
  secondApprover: 'xu.ning',
  decisionOfficer: 'sun.li',
  chiefRepresentative: 'luo.an',
  head: 'wei.dong',
  inspector: 'zhou.jie',
  secondInspector: 'wu.hao',
  fireApprover: 'zheng.gang',
  fireInspector: 'feng.lei',
  secondFireInspector: 'chen.tao',
  fireDecisionOfficer: 'chu.yan',
  fireHead: 'he.shan',
  provincialApprover: 'gao.yuan',
  provincialDecisionOfficer: 'ding.wei',
  provincialHead: 'lu.chuan',
  marketRegulator: 'wei.na',
  cityManager: 'jiang.bo',
  clearSpring: 'pan.qing',
  blueSpring: 'ge.fei',
  pureWater: 'xi.jing',
  marketOperator: 'tang.yu',
  secondMarketOperator: 'song.qi',
  auditor: 'shen.jing',
  administrator: 'han.xue',
} as const;

export const accountOf = (part: keyof typeof parts): string => parts[part];

/** Whoever plays with this account; nobody where it is of none of the parts. */
export function playing(cast: Cast, account: string | undefined): GatewayClient | undefined {
  const part = Object.entries(parts).find(([, id]) => id === account)?.[0];
  return part === undefined ? undefined : cast[part as keyof typeof parts];
}

export const personOf = (
  part: keyof typeof parts,
): { readonly inspector: string; readonly name: string } => {
  const account = DEMONSTRATION_ACCOUNTS.find(({ id }) => id === parts[part]);
  if (account === undefined) throw new TypeError(`no demonstration account plays ${part}`);
  return { inspector: account.id, name: account.name };
};

/** Signs everybody in. */
export async function assembleCast(stage: Stage, options: ClientOptions = {}): Promise<Cast> {
  const entries = await Promise.all(
    Object.entries(parts).map(async ([part, account]) => {
      const password = stage.passwords.get(account);
      if (password === undefined) throw new Error(`no password is known for ${account}`);
      return [part, await GatewayClient.signIn(stage.url, { account, password }, options)] as const;
    }),
  );
  const clients = Object.fromEntries(entries) as Record<keyof typeof parts, GatewayClient>;
  const operations = new Operations(
    clients.auditor,
    clients.administrator,
    stage.topology ?? CITY_TOPOLOGY,
  );
  return { ...clients, public: GatewayClient.anonymous(stage.url, options), operations };
}
