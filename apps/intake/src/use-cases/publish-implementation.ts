import {
  legalDateAt,
  refuseWhenUnmet,
  type Instant,
  type LegalDate,
  type UnmetRule,
} from '@onewindow/kernel';
import {
  implementationId,
  unmetOfImplementation,
  type Implementation,
} from '../domain/catalogue/implementation.js';
import {
  givesWayTo,
  requireEditable,
  retireEdition,
} from '../domain/catalogue/implementation-edition.js';
import type { ItemVersionStatus } from '../domain/catalogue/item-version-lifecycle.js';
import { outOfStep } from '../domain/catalogue/levels.js';
import { intakeRefusals } from '../domain/refusals.js';
import {
  CATALOGUE_ITEM,
  IMPLEMENTATION,
  IMPLEMENTATION_EDITION,
  ITEM_DRAFT,
} from './aggregates.js';
import { enterEdition, keepNext, latestContent } from './keep-implementation.js';
import { personOf } from './own-application.js';
import type { Asking, IntakeDependencies } from './ports.js';

export interface PublishImplementation extends Implementation {
  /** The edition that the editor saw; 0: there was none. Absent: whatever there was is replaced. */
  readonly basedOn?: number;
  /** Absent: today. */
  readonly inForceFrom?: LegalDate;
}

export interface EndImplementation {
  readonly item: string;
  readonly district: string;
  readonly reason: string;
  /** The first day on which the district does not handle it any more; absent: today. */
  readonly on?: LegalDate;
}

export interface PublishedEdition {
  readonly item: string;
  readonly district: string;
  readonly edition: number;
  readonly status: ItemVersionStatus;
  readonly inForceFrom: LegalDate;
  /** Where it is out of step with the other levels 三级四同. */
  readonly notes: readonly UnmetRule[];
}

type Deps = Pick<IntakeDependencies, 'transact' | 'now'>;

/** Publishes how a district handles an item, from today or from a day to come; what held before stays on file. */
export const publishImplementation =
  ({ transact, now }: Deps) =>
  (
    { basedOn, inForceFrom, ...content }: PublishImplementation,
    { actor }: Asking,
  ): Promise<PublishedEdition> =>
    transact(async (changes) => {
      const at = now();
      const today = legalDateAt(at);
      const from = inForceFrom ?? today;
      const { item: code, district } = content;
      const stored = await changes.find(IMPLEMENTATION, implementationId(content));
      const latest = await latestContent(changes, stored);
      requireEditable({ stored, latest, given: content }, { basedOn, inForceFrom: from, today });
      const inForce = await changes.find(CATALOGUE_ITEM, code);
      const item = inForce?.item ?? (await changes.find(ITEM_DRAFT, code))?.item;
      refuseWhenUnmet(unmetOfImplementation(content, item), (rules) =>
        intakeRefusals.refuse('implementation-not-publishable', rules),
      );
      const { id: by, name } = personOf(actor);
      const edition = await keepNext(changes, stored, {
        id: implementationId(content),
        content,
        inForceFrom: from,
        by: { by, name, at },
      });
      const notes = item === undefined ? [] : outOfStep(item, content);
      return { item: code, district, edition, ...standing(from, today), notes };
    });

/** From that day on the district does not handle the item; applications that are under way go on. */
export const endImplementation =
  ({ transact, now }: Deps) =>
  (
    { item, district, reason, on }: EndImplementation,
    { actor }: Asking,
  ): Promise<PublishedEdition> =>
    transact(async (changes) => {
      const at = now();
      const today = legalDateAt(at);
      const from = on ?? today;
      const id = implementationId({ item, district });
      const stored = await changes.load(IMPLEMENTATION, id);
      const latest = await latestContent(changes, stored);
      if (latest === undefined) throw intakeRefusals.refuse('not-found');
      requireEditable({ stored, latest }, { inForceFrom: from, today });
      const { id: by, name } = personOf(actor);
      const edition = await keepNext(changes, stored, {
        id,
        because: reason,
        inForceFrom: from,
        by: { by, name, at },
      });
      return { item, district, edition, ...standing(from, today), notes: [] };
    });

const standing = (from: LegalDate, today: LegalDate) => ({
  status: from <= today ? ('in-force' as const) : ('published' as const),
  inForceFrom: from,
});

/** The day of an edition has come. */
export const takeEditionIntoForce =
  ({ transact }: Pick<IntakeDependencies, 'transact'>) =>
  ({ edition: id, legal }: { readonly edition: string; readonly legal: Instant }): Promise<void> =>
    transact(async (changes) => {
      const edition = await changes.load(IMPLEMENTATION_EDITION, id);
      const stored = await changes.load(IMPLEMENTATION, edition.implementation);
      const other = givesWayTo(edition, stored);
      if (other === undefined) await enterEdition(changes, stored, edition, legal);
      else {
        const because = `第 ${other} 版同日施行`;
        changes.save(IMPLEMENTATION_EDITION, id, retireEdition(edition, because, legal));
      }
    });
