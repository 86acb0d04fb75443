import { useEffect, useState } from 'react';
import { NavigationType, useLocation, useNavigationType, useSearchParams } from 'react-router';
import { addressOf, askedIn, type Asked } from './asked.js';
import { useFoundBundles, useFoundItems } from './search-queries.js';

/**
 * What is typed, what was asked of it, and what was found. One question is on its way at a time; when its answer is there, the
 * newest text is asked next. So fast typing on a slow line asks for few things, and no time has to be guessed.
 */
export function useSearch() {
  const [parameters, setParameters] = useSearchParams();
  const asked = askedIn(parameters);
  const [typed, setTyped] = useTyped(asked.text);
  const items = useFoundItems(asked);
  const bundles = useFoundBundles(asked, asked.text !== '');
  const isAsking = items.isFetching || bundles.isFetching;
  const wanted = typed.trim();
  useEffect(() => {
    if (isAsking || wanted === asked.text) return;
    setParameters(addressOf({ ...asked, text: wanted }), { replace: true });
  });
  const ask = (next: Asked) => setParameters(addressOf(next));
  return {
    asked,
    typed,
    setTyped,
    ask,
    items,
    bundles,
    isSettled: !isAsking && wanted === asked.text,
  };
}

/** The text of the field, which follows the address when somebody goes back or comes by a link, not when it was typed here. */
function useTyped(text: string) {
  const [typed, setTyped] = useState(text);
  const { key } = useLocation();
  const isOwn = useNavigationType() === NavigationType.Replace;
  const [seen, setSeen] = useState(key);
  if (key !== seen) {
    setSeen(key);
    if (!isOwn) setTyped(text);
  }
  return [typed, setTyped] as const;
}
