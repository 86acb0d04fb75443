import { Link } from 'react-router';
import { useAppearance } from '../appearance/appearance.js';
import { useLanguage } from '../language/language.js';
import { en } from '../language/en.js';
import { TAGS } from '../language/preferred-language.js';
import { zh } from '../language/zh.js';
import { PAGE_PATHS } from '../page-paths.js';
import { useSession } from '../session/use-session.js';
import { useSignOut } from '../session/use-sign-out.js';
import { useAnnounce } from './announcer.js';

/** Large type, the other language and the session: one click away on every page. */
export function DisplayTools() {
  const { words } = useLanguage();
  return (
    <div className="tools" role="group" aria-label={words.site.tools}>
      <TypeSwitch />
      <LanguageSwitch />
      <SessionSwitch />
    </div>
  );
}

function TypeSwitch() {
  const { words } = useLanguage();
  const { appearance, choose } = useAppearance();
  const announce = useAnnounce();
  const isLarge = appearance === 'large';
  const toggle = () => {
    choose(isLarge ? 'comfortable' : 'large');
    announce(isLarge ? words.appearance.reduced : words.appearance.enlarged);
  };
  return (
    <button type="button" className="tool tool-type" onClick={toggle}>
      <span className="tool-sign" aria-hidden="true">
        {isLarge ? 'A' : 'A+'}
      </span>
      {isLarge ? words.appearance.reduce : words.appearance.enlarge}
    </button>
  );
}

function LanguageSwitch() {
  const { language, words, choose } = useLanguage();
  const announce = useAnnounce();
  const other = language === 'zh' ? 'en' : 'zh';
  const change = () => {
    choose(other);
    announce((other === 'zh' ? zh : en).language.chosen);
  };
  return (
    <button type="button" className="tool" lang={TAGS[other]} onClick={change}>
      {words.language.other}
    </button>
  );
}

function SessionSwitch() {
  const { words } = useLanguage();
  const session = useSession();
  const signOut = useSignOut();
  if (session === undefined) {
    return (
      <Link className="tool tool-session" to={PAGE_PATHS.signIn}>
        {words.navigation.signIn}
      </Link>
    );
  }
  return (
    <button
      type="button"
      className="tool tool-session"
      onClick={signOut}
      title={words.session.signedIn(session.person.name)}
    >
      {words.navigation.signOut}
    </button>
  );
}
