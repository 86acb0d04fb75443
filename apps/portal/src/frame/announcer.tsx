import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

type Announce = (text: string) => void;

const Context = createContext<Announce>(() => undefined);

/** One live region for the whole page: what changed without the visitor's eyes being there. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState('');
  // The same words twice are an announcement each: a space makes them differ.
  const announce = useCallback(
    (text: string) => setSaid((last) => (last === text ? `${text}\u00a0` : text)),
    [],
  );
  return (
    <Context value={announce}>
      {children}
      <div className="unseen" role="status" aria-live="polite">
        {said}
      </div>
    </Context>
  );
}

/** Says something to a screen reader without moving the focus. */
export const useAnnounce = (): Announce => useContext(Context);
