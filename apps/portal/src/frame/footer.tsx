import { useLanguage } from '../language/language.js';

export function Footer() {
  const { words } = useLanguage();
  return (
    <footer className="foot" aria-label={words.site.footer}>
      <div className="column foot-row">
        <p className="foot-hotline">
          <a href="tel:12345">{words.footer.hotline}</a>
          <span>{words.footer.hotlineHint}</span>
        </p>
        <p className="foot-notes">
          <span>{words.footer.privacy}</span>
          <a href="/api/docs">{words.footer.interface}</a>
        </p>
      </div>
    </footer>
  );
}
