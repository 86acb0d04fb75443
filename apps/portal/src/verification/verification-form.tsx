import { useRef, useState, type SubmitEvent } from 'react';
import { useLanguage } from '../language/language.js';
import { Field } from '../notices/field.js';
import type { Printed } from './printed-link.js';

/** What is printed on a licence is called otherwise than what is printed on a paper. */
export interface FormWords {
  readonly number: string;
  readonly numberHint: string;
  readonly code: string;
  readonly codeHint: string;
  readonly needed: string;
  readonly verify: string;
}

interface Props {
  readonly say: FormWords;
  readonly printed: Printed;
  readonly isBusy: boolean;
  readonly onVerify: (printed: Printed) => void;
}

export function VerificationForm({ say, printed, isBusy, onVerify }: Props) {
  const { words } = useLanguage();
  const [number, setNumber] = useState(printed.number);
  const [code, setCode] = useState(printed.code);
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const mistakeIn = (value: string) => (isTried && value.trim() === '' ? say.needed : undefined);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const wanted = { number: number.trim(), code: code.trim() };
    if (wanted.number !== '' && wanted.code !== '') return onVerify(wanted);
    const [numberField, codeField] = form.current?.querySelectorAll('input') ?? [];
    (wanted.number === '' ? numberField : codeField)?.focus();
  };
  return (
    <form ref={form} className="sheet unprinted" onSubmit={submit} noValidate>
      <Field
        label={say.number}
        hint={say.numberHint}
        value={number}
        onChange={setNumber}
        mistake={mistakeIn(number)}
        input={{ autoComplete: 'off', maxLength: 60, required: true }}
      />
      <Field
        label={say.code}
        hint={say.codeHint}
        value={code}
        onChange={setCode}
        mistake={mistakeIn(code)}
        input={{ autoComplete: 'off', maxLength: 60, required: true, spellCheck: false }}
      />
      <button type="submit" className="action" disabled={isBusy}>
        {isBusy ? words.loading : say.verify}
      </button>
    </form>
  );
}
