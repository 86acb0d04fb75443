import type { FindCaseReply } from '../api/replies.js';
import type { FieldSchema } from './form/field-kinds.js';

export type Track = FindCaseReply['tracks'][number];

/** An act as its contract declares it. */
export interface ActDeclared {
  readonly method: string;
  readonly path: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly body?: FieldSchema;
}
