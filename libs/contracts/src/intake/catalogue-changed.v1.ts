import { defineEvent } from '../contract.js';
import { NestedList } from '../fields.js';
import { ItemNews } from '../parts/index.js';

/** Items of one message. */
export const MOST_ITEMS_TOLD = 200;

export class CatalogueChangedPayload {
  @NestedList(() => ItemNews, { atLeast: 1, atMost: MOST_ITEMS_TOLD }) items!: ItemNews[];
}

export const CatalogueChangedV1 = defineEvent({
  name: 'intake.catalogue-changed',
  version: 1,
  heardBy: ['approval', 'supervision', 'intermediary-market'],
  payload: CatalogueChangedPayload,
  summary: {
    zh: '事项目录已变动：发布、划转、下放、承接或取消',
    en: 'Items of the catalogue came into force, went over to another agency, or ended',
  },
});
