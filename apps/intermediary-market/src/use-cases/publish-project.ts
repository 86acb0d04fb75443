import { legalDateAt, type Changes, type Instant } from '@onewindow/kernel';
import { isNeedOf } from '../domain/may-see.js';
import { publishNeed, type Need } from '../domain/need.js';
import type { Project } from '../domain/project.js';
import type { ProjectRequest } from '../domain/project-request.js';
import { publishProject as decide } from '../domain/publication.js';
import { marketRefusals } from '../domain/refusals.js';
import { openRegister } from '../domain/sign-up-register.js';
import type { WireDate } from '../domain/terms.js';
import { CLOSING_DEADLINE, LISTED_SERVICE, NEED, PROJECT, SIGN_UP_REGISTER } from './aggregates.js';
import { personOf } from './own-records.js';
import type { Asking, MarketDependencies, NumberSeries } from './ports.js';

export interface PublishProject extends ProjectRequest {
  readonly needId?: string;
}

export interface Published {
  readonly projectNumber: string;
  readonly notice: Project['notice'];
  readonly signUpUntil: WireDate;
}

/** An owner publishes a project, for the report that its application lacks or for itself. */
export const publishProject =
  ({ transact, now, newId, newSeed, numbers, calendar, place, region }: MarketDependencies) =>
  async ({ needId, ...request }: PublishProject, { actor }: Asking): Promise<Published> => {
    const by = personOf(actor);
    const number = await drawProjectNumber(numbers, region, now());
    const [seed, secretName] = [newSeed(), newId()];
    return transact(async (changes) => {
      const publishedAt = now();
      const need = needId === undefined ? undefined : await ownNeed(changes, needId, { actor });
      const service = await changes.find(LISTED_SERVICE, request.service);
      const publication = { number, region, seed, by, request, service, ...(need && { need }) };
      const change = decide(publication, publishedAt, place, calendar());
      const { notice, signUpUntil, closesAt } = change.state;
      changes.create(PROJECT, number, change);
      changes.create(
        SIGN_UP_REGISTER,
        number,
        openRegister({ id: number, secretName, seed, closesAt }),
      );
      changes.arm(PROJECT, number, { kind: CLOSING_DEADLINE, dueAt: closesAt });
      if (need !== undefined) changes.save(NEED, need.id, publishNeed(need, number));
      return { projectNumber: number, notice, signUpUntil };
    });
  };

async function ownNeed(changes: Changes, needId: string, { actor }: Asking): Promise<Need> {
  const need = await changes.find(NEED, needId);
  if (need === undefined || !isNeedOf(need, actor)) throw marketRefusals.refuse('not-found');
  return need;
}

/** `379900-20260430-000001`: region, day, serial of the day. */
async function drawProjectNumber(numbers: NumberSeries, region: string, now: Instant) {
  const day = legalDateAt(now).replaceAll('-', '');
  const serial = String(await numbers.next(`project-${day}`)).padStart(6, '0');
  return `${region}-${day}-${serial}`;
}
