import { versionId, withdrawVersion as decide } from '../domain/catalogue/item-version.js';
import type { ItemVersionStatus } from '../domain/catalogue/item-version-lifecycle.js';
import { CATALOGUE_ITEM, IN_FORCE_DEADLINE, ITEM_VERSION } from './aggregates.js';
import { personOf } from './own-application.js';
import type { Asking, IntakeDependencies } from './ports.js';

export interface WithdrawVersion {
  readonly code: string;
  readonly version: number;
  readonly reason: string;
}

export interface WithdrawnVersion {
  readonly code: string;
  readonly version: number;
  readonly status: ItemVersionStatus;
}

/** Takes a published version back before its day; what is in force stays in force. */
export const withdrawVersion =
  ({ transact, now }: Pick<IntakeDependencies, 'transact' | 'now'>) =>
  (
    { code, version: number, reason }: WithdrawVersion,
    { actor }: Asking,
  ): Promise<WithdrawnVersion> =>
    transact(async (changes) => {
      const id = versionId(code, number);
      const version = await changes.load(ITEM_VERSION, id);
      const item = await changes.find(CATALOGUE_ITEM, code);
      const { id: by, name } = personOf(actor);
      const change = decide(version, reason, { by, name, at: now() }, item?.powers);
      changes.save(ITEM_VERSION, id, change);
      changes.disarm(ITEM_VERSION, id, IN_FORCE_DEADLINE);
      return { code, version: number, status: change.state.status };
    });
