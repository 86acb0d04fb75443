import type { Role } from '@onewindow/kernel';
import { CITY } from './city.js';
import { MARKET_AGENCIES, type MarketAgency } from './market.js';

/** Somebody who can sign in to the demonstration city. Passwords are made when its data folder is. */
export interface DemonstrationAccount {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly region: string;
  readonly department?: string;
  readonly organisation?: string;
  readonly organisationName?: string;
}

const officer = (
  id: string,
  name: string,
  department: string,
  ...roles: Role[]
): DemonstrationAccount => ({
  id,
  name,
  roles,
  region: CITY.region,
  department,
});

const enterprise = (
  id: string,
  name: string,
  organisation: string,
  organisationName: string,
): DemonstrationAccount => ({
  id,
  name,
  roles: ['applicant'],
  region: CITY.region,
  organisation,
  organisationName,
});

const agent = (id: string, name: string, agency: MarketAgency): DemonstrationAccount => ({
  id,
  name,
  roles: ['intermediary'],
  region: CITY.region,
  organisation: agency.creditCode,
  organisationName: agency.name,
});

const [CLEAR_SPRING, BLUE_SPRING, PURE_WATER] = MARKET_AGENCIES;

export const DEMONSTRATION_ACCOUNTS: readonly DemonstrationAccount[] = [
  enterprise('lin.yue', '林悦', '91371500MA9YXW1T5X', '海棠市临江小馆餐饮有限公司'),
  enterprise('gu.ning', '顾宁', '92370523MA9YXW2N21', '海棠市城东面馆'),
  officer('zhao.min', '赵敏', 'service-centre', 'window-clerk'),
  officer('qian.wei', '钱伟', 'bureau', 'approver'),
  officer('xu.ning', '许宁', 'bureau', 'approver'),
  officer('sun.li', '孙莉', 'bureau', 'decision-officer'),
  officer('luo.an', '罗安', 'bureau', 'decision-officer'),
  officer('wei.dong', '魏东', 'bureau', 'agency-head'),
  officer('zhou.jie', '周杰', 'bureau', 'inspector'),
  officer('wu.hao', '吴昊', 'bureau', 'inspector'),
  officer('zheng.gang', '郑刚', 'fire-rescue', 'approver'),
  officer('feng.lei', '冯磊', 'fire-rescue', 'inspector'),
  officer('chen.tao', '陈涛', 'fire-rescue', 'inspector'),
  officer('chu.yan', '褚岩', 'fire-rescue', 'decision-officer'),
  officer('he.shan', '何山', 'fire-rescue', 'agency-head'),
  // Of the province: what a first review of the city is reported to them for, they decide on this platform (许可法 35).
  officer('gao.yuan', '高原', 'provincial-tourism', 'approver'),
  officer('ding.wei', '丁巍', 'provincial-tourism', 'decision-officer'),
  officer('lu.chuan', '陆川', 'provincial-tourism', 'agency-head'),
  officer('wei.na', '卫娜', 'market-regulation', 'supervisor'),
  officer('jiang.bo', '蒋波', 'city-management', 'supervisor'),
  officer('jiang.yan', '姜岩', 'government-office', 'government-head'),
  agent('pan.qing', '潘清', CLEAR_SPRING),
  agent('ge.fei', '葛菲', BLUE_SPRING),
  agent('xi.jing', '奚静', PURE_WATER),
  officer('tang.yu', '唐宇', 'service-centre', 'market-operator'),
  officer('song.qi', '宋琪', 'service-centre', 'market-operator'),
  officer('shen.jing', '沈静', 'government-office', 'auditor'),
  officer('han.xue', '韩雪', 'service-centre', 'administrator'),
];
