import { useId } from 'react';
import { useDeskWords } from '../desk-words.js';
import { Control } from './control.js';
import { groupOf, groupsShown, listOf, type Draft, type DraftGroup } from './draft-shape.js';
import { kindOf, type FieldSchema } from './field-kinds.js';
import type { Mistakes } from './mistakes.js';

export interface FieldsProps {
  readonly schema: FieldSchema;
  readonly draft: DraftGroup;
  readonly onChange: (draft: DraftGroup) => void;
  readonly mistakes: Mistakes;
  /** The act that asks for them: it may call a field otherwise than the others. */
  readonly of: string;
  /** Where these fields stand in the request: `departments.0.`. */
  readonly at?: string;
}

/** The fields of a contract, one below the other, each with its name, its mistakes, and whether it is asked for. */
export function Fields({ schema, draft, onChange, mistakes, of, at = '' }: FieldsProps) {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => (
    <OneField
      key={name}
      name={name}
      path={`${at}${name}`}
      schema={field}
      isRequired={schema.required?.includes(name) ?? false}
      draft={draft[name]}
      onChange={(value) => onChange({ ...draft, [name]: value })}
      mistakes={mistakes}
      of={of}
    />
  ));
}

interface OneFieldProps {
  readonly name: string;
  readonly path: string;
  readonly schema: FieldSchema;
  readonly isRequired: boolean;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly mistakes: Mistakes;
  readonly of: string;
}

function OneField(props: OneFieldProps) {
  const { name, path, schema, isRequired, draft, onChange, mistakes, of } = props;
  const desk = useDeskWords();
  const id = useId();
  const kind = kindOf(name, schema);
  const label = schema.title ?? desk.fields[`${of}.${name}`] ?? desk.fields[name] ?? name;
  if (kind === 'groups') return <Groups {...props} label={label} />;
  if (kind === 'group') {
    return (
      <fieldset className="form-group">
        <legend>
          {label}
          <Optional isRequired={isRequired} />
        </legend>
        <Fields
          schema={schema}
          draft={groupOf(draft)}
          onChange={onChange}
          mistakes={mistakes}
          of={of}
          at={`${path}.`}
        />
      </fieldset>
    );
  }
  const own = mistakes.get(path) ?? [];
  const hint = desk.hintsOfKinds[kind];
  const described = [hint !== undefined && `${id}-hint`, own.length > 0 && `${id}-mistake`];
  const isSet = kind === 'choice' || kind === 'choices';
  const Name = isSet ? 'p' : 'label';
  return (
    <div className="field" {...(isSet && { role: 'group', 'aria-labelledby': `${id}-name` })}>
      <Name className="field-name" id={`${id}-name`} {...(!isSet && { htmlFor: id })}>
        {label}
        <Optional isRequired={isRequired} />
      </Name>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Control
        id={id}
        name={name}
        path={path}
        kind={kind}
        schema={schema}
        isRequired={isRequired}
        draft={draft}
        onChange={onChange}
        isWrong={own.length > 0}
        describedBy={described.filter((each) => each !== false).join(' ')}
      />
      {own.length > 0 && (
        <div className="mistake" id={`${id}-mistake`}>
          {own.map((mistake) => (
            <p key={mistake}>{mistake}</p>
          ))}
        </div>
      )}
    </div>
  );
}

function Optional({ isRequired }: Pick<OneFieldProps, 'isRequired'>) {
  const { optional } = useDeskWords();
  return isRequired ? null : <span className="hint">（{optional}）</span>;
}

/** Several groups of the same fields: one is there from the beginning, more can be added. */
function Groups({
  path,
  schema,
  draft,
  onChange,
  mistakes,
  of,
  label,
}: OneFieldProps & { readonly label: string }) {
  const desk = useDeskWords();
  const { items = {}, itemsFor = () => items, minItems = 0, maxItems = Infinity } = schema;
  const groups = groupsShown(draft);
  // Where none is fine too, the last of them can be taken off: what was begun by mistake, and what no longer holds.
  const fewest = listOf(draft).length > 0 ? Math.min(minItems, 1) : 1;
  const own = mistakes.get(path) ?? [];
  return (
    <fieldset className="form-groups" data-path={path} tabIndex={-1}>
      <legend>{label}</legend>
      <MistakesOf mistakes={own} />
      {groups.map((group, at) => (
        <fieldset key={at} className="form-group" data-path={`${path}.${at}`} tabIndex={-1}>
          <legend>{desk.numbered(label, at + 1)}</legend>
          <MistakesOf mistakes={mistakes.get(`${path}.${at}`) ?? []} />
          <Fields
            schema={itemsFor(groupOf(group))}
            draft={groupOf(group)}
            onChange={(changed) => onChange(groups.with(at, changed))}
            mistakes={mistakes}
            of={of}
            at={`${path}.${at}.`}
          />
          {groups.length > fewest && (
            <button
              type="button"
              className="button"
              onClick={() => onChange(groups.filter((_, index) => index !== at))}
            >
              {desk.takeOff}
              <span className="unseen"> {desk.numbered(label, at + 1)}</span>
            </button>
          )}
        </fieldset>
      ))}
      {groups.length < maxItems && (
        <button type="button" className="button" onClick={() => onChange([...groups, {}])}>
          {desk.another}
          <span className="unseen"> {label}</span>
        </button>
      )}
    </fieldset>
  );
}

/** What is wrong with several fields together. */
const MistakesOf = ({ mistakes }: { readonly mistakes: readonly string[] }) =>
  mistakes.map((mistake) => (
    <p key={mistake} className="mistake">
      {mistake}
    </p>
  ));
