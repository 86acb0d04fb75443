import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';

interface Props {
  readonly label: string;
  readonly button: string;
  /** The page of the item that it leads to. */
  readonly pathOf: (code: string) => string;
}

/** An item of which nothing was published yet stands in no list: it is opened by its code. */
export function ItemByCode({ label, button, pathOf }: Props) {
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const go = (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = code.trim();
    if (wanted !== '') void navigate(pathOf(encodeURIComponent(wanted)));
  };
  return (
    <form className="work-search" onSubmit={go}>
      <label>
        <span>{label}</span>
        <input
          className="input"
          maxLength={80}
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
      </label>
      <button type="submit" className="action">
        {button}
      </button>
    </form>
  );
}
