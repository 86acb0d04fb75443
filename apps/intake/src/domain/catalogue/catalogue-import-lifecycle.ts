import { lifecycle, type StateOf } from '@onewindow/kernel';

/** A file is taken whole, tried, or refused whole. */
export const catalogueImportLifecycle = lifecycle('received', {
  received: { take: 'taken', try: 'tried', refuse: 'refused' },
  taken: {},
  tried: {},
  refused: {},
});

export type CatalogueImportStatus = StateOf<typeof catalogueImportLifecycle>;
