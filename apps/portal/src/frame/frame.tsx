import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';
import './frame.css';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { PageGuard } from './page-guard.js';

/** What stands around every page. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { words } = useLanguage();
  return (
    <>
      <a className="skip" href="#main">
        {words.site.skip}
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        <PageGuard>{children}</PageGuard>
      </main>
      <Footer />
    </>
  );
}
