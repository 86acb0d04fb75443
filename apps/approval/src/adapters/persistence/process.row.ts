import { defineEntity, p } from '@mikro-orm/core';
import type { Process } from '../../domain/process/definition.js';

const properties = {
  /** Code of the item; of a version with its number behind. */
  id: p.string().primary(),
  state: p.json<Process>(),
};

export const definitionSchema = defineEntity({
  name: 'ProcessRow',
  tableName: 'process',
  properties,
});
export class ProcessRow extends definitionSchema.class {}
definitionSchema.setClass(ProcessRow);

export const definitionVersionSchema = defineEntity({
  name: 'ProcessVersionRow',
  tableName: 'process_version',
  properties,
});
export class ProcessVersionRow extends definitionVersionSchema.class {}
definitionVersionSchema.setClass(ProcessVersionRow);
