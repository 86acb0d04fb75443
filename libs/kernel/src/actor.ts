/** The duties that permissions are declared in. One person may hold several; the law's separations are rules of the domain. */
export const ROLES = [
  'applicant', // 申请人
  'window-clerk', // 窗口人员: checks and accepts
  'approver', // 审批人员: handles tracks of an agency
  'inspector', // 踏勘人员
  'decision-officer', // 决定人: decides in the name of an agency
  'agency-head', // 本机关负责人: approves what the law reserves to the head of an agency (许可法 42①)
  'government-head', // 本级人民政府负责人: approves what the law reserves to the head of the government (许可法 42②)
  'supervisor', // 监管人员 of a department
  'intermediary', // 中介服务机构人员, acts for its agency in the market
  'market-operator', // 中介超市运营人员: list, agencies, draws
  'auditor', // 监督审计: reads journals and traces
  'administrator', // 系统管理员: runs the platform, decides nothing
] as const;
export type Role = (typeof ROLES)[number];

/** A natural person who signed in at a gateway. */
export interface Person {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  /** Unified social credit code of the organisation the person acts for, where there is one. */
  readonly organisation?: string;
  readonly organisationName?: string;
  readonly roles: readonly Role[];
  /** Six-digit region code. */
  readonly region: string;
  /** Agency or department code the officer belongs to: `bureau`, `fire-rescue`, `market-regulation`. */
  readonly department?: string;
}

/** One of our services acting as itself: `approval-bureau`. */
export interface ServiceActor {
  readonly kind: 'service';
  readonly id: string;
}

/** The law itself, through a deadline: nobody pressed a button. */
export interface LawActor {
  readonly kind: 'law';
  readonly id: string;
}

export type Actor = Person | ServiceActor | LawActor;

export const holds = (actor: Actor, ...roles: readonly Role[]): boolean =>
  actor.kind === 'person' && roles.some((role) => actor.roles.includes(role));
