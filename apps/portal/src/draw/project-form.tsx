import { useState, type SubmitEvent } from 'react';
import { useLanguage } from '../language/language.js';
import { Field } from '../notices/field.js';

export function ProjectForm({ onOpen }: { readonly onOpen: (number: string) => void }) {
  const { words } = useLanguage();
  const { draw } = words;
  const [number, setNumber] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (number.trim() !== '') onOpen(number.trim());
  };
  return (
    <form className="sheet" onSubmit={submit}>
      <h2>{draw.byNumber}</h2>
      <Field
        label={draw.projectNumber}
        hint={draw.projectNumberHint}
        value={number}
        onChange={setNumber}
        input={{ autoComplete: 'off', maxLength: 60, required: true }}
      />
      <button type="submit" className="action">
        {draw.open}
      </button>
    </form>
  );
}
