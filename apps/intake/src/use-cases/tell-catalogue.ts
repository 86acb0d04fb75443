import type { Changes, Instant, ItemNews } from '@onewindow/kernel';
import { inParts, openNotice, tellNotice } from '../domain/catalogue/catalogue-notice.js';
import { CATALOGUE_NOTICE } from './aggregates.js';
import type { IntakeDependencies } from './ports.js';

/** The act on the catalogue that other services are told of. */
export interface ToldAct {
  /** Unique among all acts. */
  readonly id: string;
  readonly at: Instant;
  readonly hearers: readonly string[];
}

/** Tells in the transaction of the act itself what it made of the catalogue: few messages, however many items. */
export function tellNews(
  changes: Changes,
  { id: act, at, hearers }: ToldAct,
  news: readonly ItemNews[],
): void {
  for (const [number, items] of inParts(news).entries()) {
    const id = `${act}:${number}`;
    changes.create(CATALOGUE_NOTICE, id, openNotice({ id, at, items, toldTo: hearers }));
  }
}

/** Who takes part is read at the start: then a new participant learns of what changed before it. */
export const tellCatalogue =
  ({ transact, notices }: Pick<IntakeDependencies, 'transact' | 'notices'>) =>
  async (): Promise<void> => {
    for (const id of await notices.untold()) {
      await transact(async (changes) => {
        const stored = await changes.load(CATALOGUE_NOTICE, id);
        changes.save(CATALOGUE_NOTICE, id, tellNotice(stored, notices.hearers));
      });
    }
  };
