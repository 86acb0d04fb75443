import { Link, NavLink } from 'react-router';
import { useLanguage } from '../language/language.js';
import { PAGE_PATHS } from '../page-paths.js';
import { ownPlaceOf, placeNameOf } from '../session/offices.js';
import { useSession } from '../session/use-session.js';
import { DisplayTools } from './display-tools.js';
import { Mark } from './mark.js';

export function Header() {
  const { words } = useLanguage();
  const session = useSession();
  const { navigation } = words;
  return (
    <header className="head">
      <div className="column head-row">
        <Link className="brand" to={PAGE_PATHS.home}>
          <Mark />
          <span className="brand-name">{words.site.name}</span>
          <span className="brand-place">{words.site.full}</span>
        </Link>
        <DisplayTools />
      </div>
      <nav className="head-nav" aria-label={words.site.mainNavigation}>
        <ul className="column">
          <li>
            <NavLink to={PAGE_PATHS.home} end>
              {navigation.guides}
            </NavLink>
          </li>
          <li>
            <NavLink to={PAGE_PATHS.progress}>{navigation.progress}</NavLink>
          </li>
          <li>
            <NavLink to={PAGE_PATHS.verification}>{navigation.verification}</NavLink>
          </li>
          <li>
            <NavLink to={PAGE_PATHS.decisions}>{navigation.decisions}</NavLink>
          </li>
          <li>
            <NavLink to={PAGE_PATHS.drawFile}>{navigation.draw}</NavLink>
          </li>
          {session !== undefined && (
            <li>
              <NavLink to={ownPlaceOf(session.person)}>
                {navigation[placeNameOf(session.person)]}
              </NavLink>
            </li>
          )}
        </ul>
      </nav>
    </header>
  );
}
