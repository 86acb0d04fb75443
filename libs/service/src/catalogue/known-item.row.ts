import { defineEntity, p } from '@mikro-orm/core';
import type { KnownItem } from '@onewindow/kernel';

/** What lists read of an item of the catalogue. */
export const knownItem = defineEntity({
  name: 'KnownItemRow',
  tableName: 'known_item',
  properties: {
    id: p.string().primary(),
    state: p.json<KnownItem>(),
    departments: p.json<readonly string[]>(),
    intermediaryServices: p.json<readonly string[]>(),
  },
});
export class KnownItemRow extends knownItem.class {}
knownItem.setClass(KnownItemRow);
