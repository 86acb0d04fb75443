import { fetchesFor, isQuestion, type EarlyFetches } from './early-fetches.js';

/** Begins to fetch what the page at this address will need, while its scripts are still on their way. */
export function fetchEarly(known: EarlyFetches): void {
  for (const address of fetchesFor(known, location)) document.head.append(linkTo(address));
}

function linkTo(address: string): HTMLLinkElement {
  const link = document.createElement('link');
  link.href = address;
  // As a script of ours asks: otherwise what was fetched is not what it takes.
  link.crossOrigin = 'anonymous';
  link.rel = address.endsWith('.js') ? 'modulepreload' : 'preload';
  if (address.endsWith('.css')) link.as = 'style';
  if (isQuestion(address)) link.as = 'fetch';
  return link;
}
