import type { FindAgencyReply } from '@onewindow/contracts';
import { holds, type Actor } from '@onewindow/kernel';
import { agencyLifecycle } from '../domain/agency-lifecycle.js';
import type { Agency } from '../domain/agency.js';
import { isOperator } from '../domain/may-see.js';
import { shownContact } from './contact.js';

/** An agency as one person may see it: all but the way to reach its people is public. */
export function agencyView(agency: Agency, actor: Actor, region: string): FindAgencyReply {
  const own =
    actor.kind === 'person' &&
    holds(actor, 'intermediary') &&
    actor.organisation === agency.creditCode;
  const operator = isOperator(actor, region);
  return {
    creditCode: agency.creditCode,
    name: agency.name,
    edition: agency.edition,
    status: agency.status,
    actions: agencyLifecycle
      .actionsFrom(agency.status)
      .filter((each) => (each === 'renew' ? own : operator)),
    affiliatedWith: [...agency.affiliatedWith],
    ...(agency.relatedTo && { relatedTo: [...agency.relatedTo] }),
    qualifications: [...agency.qualifications],
    contact: shownContact(agency.contact, own || operator),
    registeredAt: agency.registeredAt,
    ...(agency.suspension && { suspension: agency.suspension }),
    records: [...agency.records],
    scores: agency.scores,
  };
}
