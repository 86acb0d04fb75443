import type { SynonymTable } from '../domain/search/asking.js';
import { publishTable } from '../domain/search/synonyms.js';
import { SYNONYMS, SYNONYMS_ID } from './aggregates.js';
import { personOf } from './own-application.js';
import type { Asking, IntakeDependencies } from './ports.js';

export interface PublishSynonyms extends SynonymTable {
  readonly basedOn: number;
}

/** Publishes the everyday words by which the catalogue is searched; the next search goes by them. */
export const publishSynonyms =
  ({ transact, now }: Pick<IntakeDependencies, 'transact' | 'now'>) =>
  ({ basedOn, ...table }: PublishSynonyms, { actor }: Asking): Promise<{ edition: number }> =>
    transact(async (changes) => {
      const before = await changes.find(SYNONYMS, SYNONYMS_ID);
      const { id: by, name } = personOf(actor);
      const published = { by, name, at: now() };
      const change = publishTable(before, { id: SYNONYMS_ID, table, basedOn, published });
      if (before === undefined) changes.create(SYNONYMS, SYNONYMS_ID, change);
      else if (change.events.length > 0) changes.save(SYNONYMS, SYNONYMS_ID, change);
      return { edition: change.state.edition };
    });
