import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useLanguage } from '../language/language.js';
import './frame.css';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { PageGuard } from './page-guard.js';

/** What stands around every page. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { words } = useLanguage();
  const { pathname } = useLocation();
  return (
    <>
      <a className="skip" href="#main">
        {words.site.skip}
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        {/* A page that broke does not keep the visitor from the next. */}
        <PageGuard key={pathname}>{children}</PageGuard>
      </main>
      <Footer />
    </>
  );
}
