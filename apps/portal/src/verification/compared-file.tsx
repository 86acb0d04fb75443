import { useId, useState } from 'react';
import { usePaperWords } from './paper-words.js';

type Comparison = 'same' | 'different' | 'unreadable';

/** Compares a PDF that somebody was given with the original on file; it is read here and sent nowhere. */
export function ComparedFile({ digest }: { readonly digest: string }) {
  const words = usePaperWords();
  const field = useId();
  const [comparison, setComparison] = useState<Comparison>();
  const compare = async (file: File | null | undefined) => {
    if (file === null || file === undefined) return setComparison(undefined);
    const own = await digestOf(file);
    setComparison(own === undefined ? 'unreadable' : own === digest ? 'same' : 'different');
  };
  return (
    <div className="compared unprinted" role="group" aria-label={words.compare}>
      <label htmlFor={field}>
        <strong>{words.compare}</strong>
      </label>
      <p className="hint" id={`${field}-hint`}>
        {words.compareHint}
      </p>
      <input
        id={field}
        className="input"
        type="file"
        accept=".pdf,application/pdf"
        aria-describedby={`${field}-hint`}
        onChange={({ target }) => void compare(target.files?.item(0))}
      />
      <p role="status" className={comparison === 'same' ? 'is-same' : 'mistake'}>
        {comparison !== undefined && words[comparison]}
      </p>
    </div>
  );
}

/** SHA-256 in hexadecimal; undefined where the browser computes none, as it does on lines that are not encrypted. */
async function digestOf(file: File): Promise<string | undefined> {
  try {
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return undefined;
  }
}
