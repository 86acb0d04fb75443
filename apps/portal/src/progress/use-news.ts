import { useEffect, useRef } from 'react';
import { useAnnounce } from '../frame/announcer.js';
import { useLanguage } from '../language/language.js';
import type { Matter } from './matter.js';

/** Says aloud what has happened since the matter was last shown; the page itself shows it where it stands. */
export function useNews({ steps }: Matter): void {
  const { language, words } = useLanguage();
  const announce = useAnnounce();
  const known = useRef(steps.length);
  useEffect(() => {
    const fresh = steps.slice(0, Math.max(0, steps.length - known.current));
    known.current = steps.length;
    const [newest] = fresh;
    if (newest !== undefined) announce(words.progress.news(newest.what[language]));
  }, [steps, language, words, announce]);
}
