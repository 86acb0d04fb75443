import type { Draft } from './draft-shape.js';
import type { FieldKind, FieldSchema } from './field-kinds.js';

/** What every way of filling in a field needs. */
export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly kind: Exclude<FieldKind, 'group' | 'groups'>;
  readonly schema: FieldSchema;
  readonly isRequired: boolean;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly isWrong: boolean;
  readonly describedBy: string;
}
