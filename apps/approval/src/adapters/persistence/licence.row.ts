import { defineEntity, p } from '@mikro-orm/core';
import type { Licence } from '../../domain/licence/licence.js';

export const licenceSchema = defineEntity({
  name: 'LicenceRow',
  tableName: 'licence',
  properties: {
    /** The licence number. */
    id: p.string().primary(),
    state: p.json<Licence>(),
  },
});
export class LicenceRow extends licenceSchema.class {}
licenceSchema.setClass(LicenceRow);
