import { useEffect, useRef, type ReactNode, type SubmitEvent } from 'react';
import { Refused } from '../api/failures.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { useDeskWords } from './desk-words.js';
import type { DraftGroup } from './form/draft-shape.js';
import type { FieldSchema } from './form/field-kinds.js';
import { Fields } from './form/fields.js';
import { FormButtons } from './form/form-buttons.js';
import type { Offer } from './offers.js';
import { useAct } from './use-act.js';

interface Props {
  readonly offer: Offer;
  readonly title: string;
  /** What can be known of the answers already. */
  readonly suggested?: DraftGroup;
  /** What the fields offer may turn on what was filled in already. */
  readonly fieldsFor?: (schema: FieldSchema, draft: DraftGroup) => FieldSchema;
  /** Shows what comes of it while it is filled in. */
  readonly preview?: (draft: DraftGroup) => ReactNode;
  readonly onDone: (reply: unknown) => void;
  readonly onCancel: () => void;
}

/** The form of one act, made from what its contract asks for. Every rule that it does not meet stands at its field, all at once. */
export function ActForm({
  offer,
  title,
  suggested = {},
  fieldsFor = asDeclared,
  preview,
  onDone,
  onCancel,
}: Props) {
  const desk = useDeskWords();
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, mistakes, elsewhere, error, isPending, submit } = useAct(
    offer,
    suggested,
    onDone,
  );
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-path], button')?.focus();
  }, []);
  useEffect(() => focusFirst(form.current, [...mistakes.keys()]), [mistakes]);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <form ref={form} className="act-form" aria-label={title} onSubmit={send} noValidate>
      <p className="form-title">{title}</p>
      {error !== null && (
        <ProblemNotice
          error={
            error instanceof Refused ? new Refused({ ...error.problem, unmet: elsewhere }) : error
          }
        />
      )}
      {offer.act.body !== undefined && (
        <Fields
          schema={fieldsFor(offer.act.body, draft)}
          draft={draft}
          onChange={change}
          mistakes={mistakes}
          of={offer.button}
        />
      )}
      {preview?.(draft)}
      <FormButtons submit={desk.submit} isPending={isPending} onCancel={onCancel} />
    </form>
  );
}

const asDeclared = (schema: FieldSchema): FieldSchema => schema;

function focusFirst(form: HTMLFormElement | null, paths: readonly string[]): void {
  const fields = [...(form?.querySelectorAll<HTMLElement>('[data-path]') ?? [])];
  fields.find(({ dataset }) => paths.includes(dataset['path'] ?? ''))?.focus();
}
