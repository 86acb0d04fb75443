import { APPROVERS } from '../../law/clock-rule.js';
import type { ClockExtended } from '../clock-events.js';
import { runsOn } from './requirement.js';
import type { Requirement } from './requirement.js';

const ART_42 = '行政许可法 42';

export const extending: readonly Requirement<ClockExtended>[] = [
  {
    rule: 'extension-allowed',
    path: 'type',
    source: ART_42,
    message: {
      zh: '该期限依法不得延长。',
      en: 'The law gives no extension of this term.',
    },
    holds: ({ rule }) => rule.extension !== null,
  },
  {
    rule: 'extended-once',
    path: 'type',
    source: ART_42,
    message: {
      zh: '期限已经延长过，不得再次延长。',
      en: 'The term was extended already; there is no second extension.',
    },
    holds: ({ clock }) => clock.extension === null,
  },
  {
    rule: 'extension-approved-in-time',
    path: 'approvedOn',
    source: ART_42,
    message: {
      zh: '延长须在期限届满前批准。',
      en: 'An extension has to be approved before the term is over.',
    },
    holds: ({ clock, event }) => runsOn(clock, event.approvedOn),
  },
  {
    rule: 'extension-not-before-start',
    path: 'approvedOn',
    message: {
      zh: '批准日早于期限起算日，请更正日期。',
      en: 'The approval lies before the term starts; correct the date.',
    },
    holds: ({ clock, event }) => event.approvedOn >= clock.startedOn,
  },
  {
    rule: 'extension-approved-by-the-right-head',
    path: 'approver',
    source: ART_42,
    message: {
      zh: `延长须由规定的负责人批准：一般期限为${APPROVERS['agency-head'].zh}，联合办理为${APPROVERS['head-of-government'].zh}。`,
      en: `The person whom the law names has to approve: ${APPROVERS['agency-head'].en}, for joint handling ${APPROVERS['head-of-government'].en}.`,
    },
    holds: ({ rule, event }) =>
      rule.extension === null || rule.extension.approver === event.approver,
  },
  {
    rule: 'extension-within-maximum',
    path: 'days',
    source: ART_42,
    message: {
      zh: '延长日数须为正整数，且不得超过规定的上限。',
      en: 'An extension is a whole number of days, at least one and no more than the law allows.',
    },
    holds: ({ rule, event }) =>
      Number.isInteger(event.days) &&
      event.days >= 1 &&
      event.days <= (rule.extension?.maxDays ?? Infinity),
  },
  {
    rule: 'extension-reason-given',
    path: 'reason',
    source: ART_42,
    message: {
      zh: '请写明延长理由，延长须将理由告知申请人。',
      en: 'State the reason; the applicant has to be told it.',
    },
    holds: ({ event }) => event.reason.trim() !== '',
  },
];
