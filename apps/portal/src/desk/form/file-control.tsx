import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { bodyOf, client } from '../../api/client.js';
import { ProblemNotice } from '../../notices/problem-notice.js';
import { useDeskWords } from '../desk-words.js';
import type { ControlProps } from './control-props.js';

/** A file is uploaded as soon as it is chosen; what the request carries is its receipt. */
export function FileControl({
  id,
  kind,
  path,
  draft,
  onChange,
  isWrong,
  isRequired,
  describedBy,
}: ControlProps) {
  const desk = useDeskWords();
  const [names, setNames] = useState<readonly string[]>([]);
  const { mutate, error, isPending } = useMutation({
    mutationFn: (files: readonly File[]) => Promise.all(files.map(receiptOf)),
    onSuccess: (receipts, files) => {
      setNames(files.map(({ name }) => name));
      onChange(kind === 'files' ? receipts : receipts[0]);
    },
  });
  const isThere = draft !== undefined && draft !== '';
  return (
    <>
      <input
        id={id}
        data-path={path}
        type="file"
        className="input"
        multiple={kind === 'files'}
        aria-invalid={isWrong}
        aria-required={isRequired}
        {...(describedBy !== '' && { 'aria-describedby': describedBy })}
        onChange={({ target }) => mutate([...(target.files ?? [])])}
      />
      <p role="status" className="hint">
        {isPending ? desk.uploading : isThere && desk.uploaded(names.join('、'))}
      </p>
      {error !== null && <ProblemNotice error={error} />}
    </>
  );
}

async function receiptOf(file: File): Promise<string> {
  const { receipt } = await bodyOf(
    client.POST('/api/files', {
      body: { file: '' },
      bodySerializer: () => {
        const form = new FormData();
        form.append('file', file);
        return form;
      },
    }),
  );
  return receipt;
}
