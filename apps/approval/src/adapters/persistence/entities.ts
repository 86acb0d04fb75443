import { caseSchema } from './case.row.js';
import { consultationSchema } from './consultation.row.js';
import { handoverSchema } from './handover.row.js';
import { licenceSchema } from './licence.row.js';
import { definitionSchema, definitionVersionSchema } from './process.row.js';
import { officerSchema } from './officer.row.js';

/** What the views read. */
export const entities = [
  caseSchema,
  licenceSchema,
  handoverSchema,
  officerSchema,
  consultationSchema,
  definitionSchema,
  definitionVersionSchema,
];
