import { useLanguage } from '../language/language.js';
import type { LiveState } from './use-live.js';

/** Whether changes come by themselves at this moment. Not announced: it would interrupt at every hiccup of a line. */
export function LiveSign({ state }: { readonly state: LiveState }) {
  const { words } = useLanguage();
  return (
    <p className={`live live-${state}`}>
      <span className="live-dot" aria-hidden="true" />
      {words.progress.live[state]}
    </p>
  );
}
