import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';

export interface PageProps {
  /** Of the window, and the page's heading unless another is given. */
  readonly title: string;
  readonly heading?: string;
  /** The heading is published text, which stays Chinese. */
  readonly isOriginal?: boolean;
  readonly above?: ReactNode;
  readonly lead?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

let lastFocused: string | undefined;

/** One page with its heading, which takes the focus when the visitor comes here from another page. */
export function Page({ title, heading, isOriginal, above, lead, className, children }: PageProps) {
  const { words } = useLanguage();
  const { pathname } = useLocation();
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${words.site.full}`;
  }, [title, words]);
  useEffect(() => {
    const comesFromElsewhere = lastFocused !== undefined && lastFocused !== pathname;
    lastFocused = pathname;
    if (!comesFromElsewhere) return;
    window.scrollTo(0, 0);
    top.current?.focus({ preventScroll: true });
  }, [pathname]);
  const shown = heading ?? title;
  return (
    <article className={`page ${className ?? ''}`}>
      <header className="page-head">
        <div className="column">
          {above}
          <h1 ref={top} tabIndex={-1}>
            {isOriginal === true ? <Original>{shown}</Original> : shown}
          </h1>
          {lead !== undefined && <div className="page-lead">{lead}</div>}
        </div>
      </header>
      <div className="column page-body">{children}</div>
    </article>
  );
}
