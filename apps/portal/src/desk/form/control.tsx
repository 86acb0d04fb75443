import { useDeskWords } from '../desk-words.js';
import type { Draft } from './draft-shape.js';
import type { ControlProps } from './control-props.js';
import { ConditionControl } from './condition-control.js';
import { FileControl } from './file-control.js';

const INPUTS = {
  text: { type: 'text' },
  number: { type: 'text', inputMode: 'numeric' },
  money: { type: 'text', inputMode: 'decimal' },
  date: { type: 'date' },
  instant: { type: 'datetime-local' },
} as const;

/** What a field is filled in with. Native controls: keyboards, screen readers and phones know them. */
export function Control(props: ControlProps) {
  const { id, kind, schema, draft, onChange, isWrong, describedBy, path, isRequired } = props;
  const common = {
    id,
    'data-path': path,
    'aria-invalid': isWrong,
    'aria-required': isRequired,
    ...(describedBy !== '' && { 'aria-describedby': describedBy }),
  };
  const value = typeof draft === 'string' ? draft : '';
  switch (kind) {
    case 'choice':
      return <Choices {...props} isMany={false} />;
    case 'choices':
      return <Choices {...props} isMany />;
    case 'file':
    case 'files':
      return <FileControl {...props} />;
    case 'condition':
      return <ConditionControl {...props} />;
    case 'flag':
      return (
        <input
          {...common}
          type="checkbox"
          className="tick"
          checked={draft === true}
          onChange={({ target }) => onChange(target.checked)}
        />
      );
    case 'lines':
    case 'long-text':
      return (
        <textarea
          {...common}
          className="input"
          rows={3}
          maxLength={kind === 'long-text' ? schema.maxLength : undefined}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'text':
    case 'number':
    case 'money':
    case 'date':
    case 'instant':
      return (
        <input
          {...common}
          {...INPUTS[kind]}
          className="input"
          autoComplete="off"
          maxLength={kind === 'text' ? schema.maxLength : undefined}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      );
  }
}

/** One of several kinds, or some of them. */
function Choices({
  id,
  name,
  path,
  schema,
  draft,
  onChange,
  isMany,
  describedBy,
}: ControlProps & { readonly isMany: boolean }) {
  const desk = useDeskWords();
  const { enum: values = [], titles = {} } = (isMany ? schema.items : schema) ?? {};
  const chosen = Array.isArray(draft) ? (draft as readonly Draft[]) : [draft];
  const choose = (value: string, isOn: boolean) => {
    if (!isMany) return onChange(value);
    const rest = chosen.filter((each) => each !== value && typeof each === 'string');
    onChange(isOn ? [...rest, value] : rest);
  };
  return (
    <div className="choices">
      {values.map((value, at) => (
        <label key={value} className="choice">
          <input
            type={isMany ? 'checkbox' : 'radio'}
            name={id}
            {...(at === 0 && { 'data-path': path })}
            {...(describedBy !== '' && { 'aria-describedby': describedBy })}
            checked={chosen.includes(value)}
            onChange={({ target }) => choose(value, target.checked)}
          />
          {titles[value] ?? desk.kinds[`${name}.${value}`] ?? desk.kinds[value] ?? value}
        </label>
      ))}
    </div>
  );
}
