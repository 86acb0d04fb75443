import { useDeskWords } from '../desk-words.js';
import { groupOf, type Draft } from './draft.js';
import { Fields, type OneFieldProps } from './fields.js';

/** Several groups of the same fields: one is there from the beginning, more can be added. */
export function Groups({
  path,
  schema,
  draft,
  onChange,
  mistakes,
  label,
}: OneFieldProps & { readonly label: string }) {
  const desk = useDeskWords();
  const { items = {}, maxItems = Infinity } = schema;
  const groups: readonly Draft[] =
    Array.isArray(draft) && draft.length > 0 ? (draft as Draft[]) : [{}];
  const own = mistakes.get(path) ?? [];
  return (
    <fieldset className="form-groups" data-path={path} tabIndex={-1}>
      <legend>{label}</legend>
      {own.map((mistake) => (
        <p key={mistake} className="mistake">
          {mistake}
        </p>
      ))}
      {groups.map((group, at) => (
        <fieldset key={at} className="form-group">
          <legend>{desk.numbered(label, at + 1)}</legend>
          <Fields
            schema={items}
            draft={groupOf(group)}
            onChange={(changed) => onChange(groups.with(at, changed))}
            mistakes={mistakes}
            at={`${path}.${at}.`}
          />
          {groups.length > 1 && (
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
