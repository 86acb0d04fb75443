import { legalDateAt, startOfDay, type Instant, type LegalDate } from '@onewindow/kernel';
import { newsOfRetirement } from '../domain/catalogue/catalogue-notice.js';
import { publishAtOnce } from '../domain/catalogue/item-draft.js';
import { publishVersion, retireVersion, versionId } from '../domain/catalogue/item-version.js';
import {
  orderChange,
  retireItem as decideRetirement,
  underNewAgency,
  type PowerChange,
} from '../domain/catalogue/power-change.js';
import {
  CATALOGUE_ITEM,
  IN_FORCE_DEADLINE,
  ITEM_DRAFT,
  ITEM_VERSION,
  RETIREMENT_DEADLINE,
} from './aggregates.js';
import { personOf } from './own-application.js';
import type { Asking, IntakeDependencies } from './ports.js';
import { enterAndTell } from './publish-catalogue-item.js';
import { tellNews } from './tell-catalogue.js';

export interface ChangedPower {
  readonly code: string;
  readonly effectiveOn: LegalDate;
  readonly version?: number;
}

type Deps = Pick<IntakeDependencies, 'transact' | 'now' | 'place' | 'notices'>;

/** Orders a change of power for a day: a new version under the new agency, or the end of the item. */
export const changePower =
  ({ transact, now, place, notices }: Deps) =>
  (
    { code, ...change }: PowerChange & { readonly code: string },
    { actor }: Asking,
  ): Promise<ChangedPower> =>
    transact(async (changes) => {
      const at = now();
      const { effectiveOn } = change;
      const stored = await changes.load(CATALOGUE_ITEM, code);
      const ordered = orderChange(stored, change, legalDateAt(at));
      changes.save(CATALOGUE_ITEM, code, ordered);
      if (change.kind === 'cancel') {
        const dueAt = startOfDay(effectiveOn);
        changes.arm(CATALOGUE_ITEM, code, { kind: RETIREMENT_DEADLINE, dueAt });
        return { code, effectiveOn };
      }
      const by = personOf(actor);
      const item = underNewAgency(stored.item, change);
      const draft = await changes.find(ITEM_DRAFT, code);
      const versions = stored.version ?? stored.edition;
      const drafted = publishAtOnce(
        draft,
        item,
        { by, versions, disclosure: place.itemDisclosure },
        at,
      );
      if (draft === undefined) changes.create(ITEM_DRAFT, code, drafted);
      else changes.save(ITEM_DRAFT, code, drafted);
      const { versions: number, edited } = drafted.state;
      const id = versionId(code, number);
      const version = { code, number, item, published: edited, inForceFrom: effectiveOn };
      changes.create(ITEM_VERSION, id, publishVersion(version));
      if (effectiveOn <= legalDateAt(at)) await enterAndTell(changes, id, at, notices);
      else
        changes.arm(ITEM_VERSION, id, { kind: IN_FORCE_DEADLINE, dueAt: startOfDay(effectiveOn) });
      return { code, effectiveOn, version: number };
    });

/** The day has come on which a cancelled item ends; applications that are under way go on. */
export const retireItem =
  ({ transact, notices: { hearers } }: Deps) =>
  ({ code, legal }: { readonly code: string; readonly legal: Instant }): Promise<void> =>
    transact(async (changes) => {
      const stored = await changes.load(CATALOGUE_ITEM, code);
      const reason = stored.powers?.findLast(({ kind }) => kind === 'cancel')?.basis ?? '取消';
      const on = legalDateAt(legal);
      const change = decideRetirement(stored, on, reason);
      changes.save(CATALOGUE_ITEM, code, change);
      const act = { id: `${code}:${stored.edition}:retired`, at: legal, hearers };
      tellNews(changes, act, [newsOfRetirement(change.state, on)]);
      const version =
        stored.version === undefined
          ? undefined
          : await changes.find(ITEM_VERSION, versionId(code, stored.version));
      if (version?.status === 'in-force')
        changes.save(ITEM_VERSION, version.id, retireVersion(version, reason, legal));
    });
