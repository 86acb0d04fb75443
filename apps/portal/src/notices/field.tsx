import { Input, type InputProps } from 'antd';
import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with the value, where something is. */
  readonly mistake?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isPassword?: boolean;
  readonly input?: InputProps;
}

/** One labelled field with its hint and its mistake, tied together for a screen reader. */
export function Field({ label, hint, mistake, value, onChange, isPassword = false, input }: Props) {
  const id = useId();
  const Control = isPassword ? Input.Password : Input;
  const described = [
    hint === undefined ? undefined : `${id}-hint`,
    mistake === undefined ? undefined : `${id}-mistake`,
  ].filter((each) => each !== undefined);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Control
        {...input}
        id={id}
        size="large"
        value={value}
        aria-describedby={described.join(' ')}
        aria-invalid={mistake !== undefined}
        {...(mistake !== undefined && { status: 'error' as const })}
        onChange={({ target }) => onChange(target.value)}
      />
      {mistake !== undefined && (
        <p className="mistake" id={`${id}-mistake`}>
          {mistake}
        </p>
      )}
    </div>
  );
}
