import { useRef, useState, type SubmitEvent } from 'react';
import { useLanguage } from '../language/language.js';
import { Field } from '../notices/field.js';
import type { Asked } from './matter.js';

interface Props {
  readonly number: string;
  readonly isBusy: boolean;
  readonly needsCode: boolean;
  readonly onFollow: (asked: Asked) => void;
}

export function ProgressForm({ number: given, isBusy, needsCode, onFollow }: Props) {
  const { words } = useLanguage();
  const { progress } = words;
  const [number, setNumber] = useState(given);
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isMissing = (value: string) => value.trim() === '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const [numberField, codeField] = form.current?.querySelectorAll('input') ?? [];
    if (isMissing(number)) return numberField?.focus();
    if (needsCode && isMissing(code)) return codeField?.focus();
    onFollow({ number: number.trim(), ...(!isMissing(code) && { code: code.trim() }) });
  };
  return (
    <form ref={form} className="sheet narrow unprinted" onSubmit={submit} noValidate>
      <Field
        label={progress.number}
        hint={progress.numberHint}
        value={number}
        onChange={setNumber}
        mistake={isTried && isMissing(number) ? words.verification.needed : undefined}
        input={{ autoComplete: 'off', maxLength: 60, required: true }}
      />
      <Field
        label={needsCode ? progress.code : progress.codeIfNotOwn}
        hint={progress.codeHint}
        value={code}
        onChange={setCode}
        mistake={isTried && needsCode && isMissing(code) ? words.verification.needed : undefined}
        input={{ autoComplete: 'off', maxLength: 40, required: needsCode, spellCheck: false }}
      />
      <button type="submit" className="action" disabled={isBusy}>
        {isBusy ? words.loading : progress.follow}
      </button>
    </form>
  );
}
