import { useId, useState } from 'react';
import { useLanguage } from '../language/language.js';

interface Props {
  readonly onDocument: (document: unknown) => void;
}

/** Larger than any draw of a city: what is larger is something else. */
const LARGEST_BYTES = 5_000_000;

/** Takes a draw file by choosing it or dropping it on the field; it is read here and sent nowhere. */
export function DrawFileField({ onDocument }: Props) {
  const { words } = useLanguage();
  const { draw } = words;
  const field = useId();
  const [isTooLarge, setTooLarge] = useState(false);
  const read = async (file: File | null | undefined) => {
    if (file === null || file === undefined) return;
    setTooLarge(file.size > LARGEST_BYTES);
    if (file.size <= LARGEST_BYTES) onDocument(documentIn(await file.text()));
  };
  return (
    <section className="sheet drop" aria-labelledby={`${field}-title`}>
      <h2 id={`${field}-title`}>{draw.byFile}</h2>
      <label htmlFor={field}>{draw.file}</label>
      <p className="hint" id={`${field}-hint`}>
        {draw.fileHint}
      </p>
      <input
        id={field}
        type="file"
        accept=".json,application/json"
        aria-describedby={`${field}-hint`}
        onChange={({ target }) => void read(target.files?.item(0))}
      />
      {isTooLarge && (
        <p className="mistake" role="alert">
          {draw.tooLarge}
        </p>
      )}
    </section>
  );
}

/** What is no JSON is no draw file; the verification says so. */
function documentIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
