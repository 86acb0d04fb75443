import type { HandoverEvent } from '../domain/handover/handover.js';
import type { LicenceEvent } from '../domain/licence/licence.js';
import {
  agencyOf,
  departmentOf,
  onHandover,
  onLicence,
  say,
  THE_LAW,
  THE_WINDOW,
  type Tellers,
} from './telling.js';

/** What happened to a licence and to a decision on its way to the department, in the words of an applicant. */
export const licenceFacts = {
  'licence-issued': (fact) =>
    onLicence(fact, (track, number) =>
      say(
        agencyOf(track),
        `签发《${track.resultName}》（${number}）。`,
        `"${track.resultName}" (${number}) was issued.`,
        { item: track.item },
      ),
    ),
  'licence-served': (fact) =>
    onLicence(fact, (track) =>
      say(THE_WINDOW, `《${track.resultName}》已送达。`, `"${track.resultName}" was served.`, {
        item: track.item,
      }),
    ),
  'service-confirmed': 'unsaid',
  'service-warning': 'unsaid',
  'service-moved': 'unsaid',
  'use-moved': 'unsaid',
  'service-overdue': (fact) =>
    onLicence(fact, (track) =>
      say(
        THE_LAW,
        `《${track.resultName}》的颁发、送达期限已过（行政许可法 44）。`,
        `The term to serve "${track.resultName}" passed (行政许可法 44).`,
        { item: track.item },
      ),
    ),
  'licence-used': (fact) =>
    onLicence(fact, (track) =>
      say(
        agencyOf(track),
        `《${track.resultName}》已登记首次使用。`,
        `The first use of "${track.resultName}" was recorded.`,
        { item: track.item },
      ),
    ),
  'licence-lapsed': (fact) =>
    onLicence(fact, (track) =>
      say(
        THE_LAW,
        `《${track.resultName}》未在规定期限内使用，已自行失效。`,
        `"${track.resultName}" was not used in its time and has lapsed by itself.`,
        { item: track.item },
      ),
    ),
  'licence-annulled': 'unsaid',
  'licence-expired': (fact) =>
    onLicence(fact, (track) =>
      say(
        THE_LAW,
        `《${track.resultName}》有效期届满。`,
        `The validity of "${track.resultName}" ended.`,
        { item: track.item },
      ),
    ),
} satisfies Tellers<LicenceEvent>;

export const handoverFacts = {
  'handover-waiting': (fact) =>
    onHandover(fact, ({ department, item, itemName }, track) =>
      say(
        agencyOf(track),
        `“${itemName}”的决定待推送监管部门（${department}）。`,
        `The decision on "${itemName}" waits to be handed to the department ${department}.`,
        { item },
      ),
    ),
  'decision-handed-over': (fact) =>
    onHandover(fact, ({ department, item, itemName }, track) =>
      say(
        agencyOf(track),
        `“${itemName}”的决定已推送监管部门（${department}）。`,
        `The decision on "${itemName}" was handed to the department ${department}.`,
        { item },
      ),
    ),
  'handover-acknowledged': (fact) =>
    onHandover(fact, ({ department, item, itemName, acknowledgedAt }) =>
      say(
        departmentOf(department),
        `监管部门已签收“${itemName}”的决定。`,
        `The department acknowledged the decision on "${itemName}".`,
        { item, ...(acknowledgedAt !== undefined && { at: acknowledgedAt }) },
      ),
    ),
  'acknowledgement-moved': 'unsaid',
  'acknowledgement-overdue': (fact) =>
    onHandover(fact, ({ department, item, itemName, overdueSince }) =>
      say(
        departmentOf(department),
        `监管部门逾期未签收“${itemName}”的决定。`,
        `The department did not acknowledge the decision on "${itemName}" in time.`,
        { item, ...(overdueSince !== undefined && { at: overdueSince }) },
      ),
    ),
} satisfies Tellers<HandoverEvent>;
