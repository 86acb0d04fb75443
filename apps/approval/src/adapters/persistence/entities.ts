import { caseSchema } from './case.row.js';
import { handoverSchema } from './handover.row.js';
import { inspectionSchema } from './inspection.row.js';
import { licenceSchema } from './licence.row.js';
import { trackSchema } from './track.row.js';

/** What the views read. */
export const entities = [caseSchema, trackSchema, inspectionSchema, licenceSchema, handoverSchema];
