import { useRef } from 'react';
import { newKey } from './new-key.js';

interface Keys {
  /** The key of what is sent: the same for the same content, so that sending it again is no second act. */
  readonly of: (content: string) => string;
  /** Once it was answered: the same content is then a new act. */
  readonly forget: (content: string) => void;
}

/** One key for one content, as long as the form is open. */
export function useKeys(): Keys {
  const keys = useRef(new Map<string, string>());
  return {
    of: (content) => {
      const key = keys.current.get(content) ?? newKey();
      keys.current.set(content, key);
      return key;
    },
    forget: (content) => {
      keys.current.delete(content);
    },
  };
}
