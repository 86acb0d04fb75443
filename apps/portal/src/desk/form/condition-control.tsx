import { useId } from 'react';
import { useDeskWords } from '../desk-words.js';
import { OF_PARTS, TESTS, WITHOUT_VALUE, type Test } from './condition-draft.js';
import { groupOf, groupsShown, type Draft, type DraftGroup } from './draft-shape.js';

interface Props {
  /** Of the field that tells what is compared. */
  readonly id?: string;
  readonly path?: string;
  readonly draft: Draft;
  readonly onChange: (draft: DraftGroup) => void;
  readonly isWrong?: boolean;
  readonly describedBy?: string;
}

/** A condition on what was answered: one comparison, or several conditions that belong together. */
export function ConditionControl(props: Props) {
  const { id, path, onChange, isWrong = false, describedBy = '' } = props;
  const { condition: say } = useDeskWords();
  const draft = groupOf(props.draft);
  const test = typeof draft['test'] === 'string' ? draft['test'] : '';
  const known = TESTS.some((each) => each === test);
  return (
    <div className="condition">
      <select
        id={id}
        className="input"
        value={test}
        aria-label={id === undefined ? say.test : undefined}
        aria-invalid={isWrong}
        {...(path !== undefined && { 'data-path': path })}
        {...(describedBy !== '' && { 'aria-describedby': describedBy })}
        onChange={({ target }) => onChange({ ...draft, test: target.value })}
      >
        <option value="">{say.none}</option>
        {TESTS.map((each) => (
          <option key={each} value={each}>
            {say.tests[each]}
          </option>
        ))}
        {test !== '' && !known && <option value={test}>{say.kept}</option>}
      </select>
      {known && (
        <Rest
          test={test as Test}
          draft={draft}
          onChange={(more) => onChange({ ...draft, ...more })}
        />
      )}
    </div>
  );
}

interface RestProps {
  readonly test: Test;
  readonly draft: DraftGroup;
  readonly onChange: (more: DraftGroup) => void;
}

function Rest({ test, draft, onChange }: RestProps) {
  const { condition: say } = useDeskWords();
  if (OF_PARTS.includes(test)) {
    const parts = groupsShown(draft['parts']);
    return (
      <Parts parts={test === 'not' ? parts.slice(0, 1) : parts} test={test} onChange={onChange} />
    );
  }
  return (
    <>
      <Text label={say.field} draft={draft['field']} onChange={(field) => onChange({ field })} />
      {!WITHOUT_VALUE.includes(test) && (
        <Text
          label={say.value}
          draft={draft['value']}
          isLong={test === 'one-of'}
          onChange={(value) => onChange({ value })}
        />
      )}
    </>
  );
}

interface PartsProps {
  readonly parts: readonly Draft[];
  readonly test: Test;
  readonly onChange: (more: DraftGroup) => void;
}

function Parts({ parts, test, onChange }: PartsProps) {
  const desk = useDeskWords();
  const { condition: say } = desk;
  return (
    <fieldset className="form-group">
      <legend>{say.tests[test]}</legend>
      {parts.map((part, at) => (
        <div key={at}>
          <ConditionControl
            draft={part}
            onChange={(changed) => onChange({ parts: parts.with(at, changed) })}
          />
          {parts.length > 1 && (
            <button
              type="button"
              className="button"
              onClick={() => onChange({ parts: parts.filter((_, index) => index !== at) })}
            >
              {desk.takeOff}
              <span className="unseen"> {desk.numbered(say.part, at + 1)}</span>
            </button>
          )}
        </div>
      ))}
      {test !== 'not' && (
        <button
          type="button"
          className="button"
          onClick={() => onChange({ parts: [...parts, {}] })}
        >
          {desk.another}
          <span className="unseen"> {say.part}</span>
        </button>
      )}
    </fieldset>
  );
}

interface TextProps {
  readonly label: string;
  readonly draft: Draft;
  readonly isLong?: boolean;
  readonly onChange: (typed: string) => void;
}

function Text({ label, draft, isLong = false, onChange }: TextProps) {
  const id = useId();
  const Input = isLong ? 'textarea' : 'input';
  return (
    <>
      <label className="field-name" htmlFor={id}>
        {label}
      </label>
      <Input
        id={id}
        className="input"
        autoComplete="off"
        value={typeof draft === 'string' ? draft : ''}
        onChange={({ target }: { readonly target: { readonly value: string } }) =>
          onChange(target.value)
        }
      />
    </>
  );
}
