import { Link, useParams, useSearchParams } from 'react-router';
import type { FindProcessReply } from '../api/replies.js';
import { Page } from '../frame/page.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { PAGE_PATHS } from '../page-paths.js';
import { isAdministrator } from '../session/offices.js';
import { useSession } from '../session/use-session.js';
import { DefinitionEditor } from './definition-editor.js';
import { Diagram } from './diagram.js';
import { useProcess } from './process-queries.js';
import { useProcessWords } from './process-words.js';
import { StageList } from './stage-list.js';
import { useDrawn } from './use-drawn.js';
import '../progress/progress.css';
import '../desk/desk.css';
import './processes.css';

/** The process of one item, now or in an earlier version; an administrator changes it here. */
export default function ProcessPage() {
  const { code = '' } = useParams();
  const [parameters] = useSearchParams();
  const say = useProcessWords();
  const version = versionIn(parameters);
  const newest = useProcess(code, undefined);
  const shown = useProcess(code, version);
  const error = newest.error ?? shown.error;
  if (error !== null) {
    return (
      <Page title={say.title} above={<Back />}>
        <ProblemNotice error={error} onRetry={() => void shown.refetch()} />
      </Page>
    );
  }
  if (newest.data === undefined || shown.data === undefined) return <Loading />;
  return <Shown code={code} newest={newest.data} shown={shown.data} />;
}

function versionIn(parameters: URLSearchParams): number | undefined {
  const version = Number(parameters.get('version') ?? '');
  return Number.isInteger(version) && version > 0 ? version : undefined;
}

interface Props {
  readonly code: string;
  readonly newest: FindProcessReply | null;
  readonly shown: FindProcessReply | null;
}

function Shown({ code, newest, shown }: Props) {
  const { words } = useLanguage();
  const say = useProcessWords();
  const session = useSession();
  const mayChange = isAdministrator(session?.person);
  if (shown === null) {
    return (
      <Page title={code} above={<Back />}>
        <p role="status">{say.notYet}</p>
        {mayChange && newest === null && <DefinitionEditor code={code} inForce={undefined} />}
      </Page>
    );
  }
  const { days, unit, source } = shown.within;
  return (
    <Page
      title={shown.name}
      isOriginal
      above={<Back />}
      lead={
        <>
          <p>{say.term(days, words.guide.units[unit], source)}</p>
          <p>
            <Link to={`/items/${code}`}>{say.guide}</Link>
          </p>
        </>
      }
    >
      <div className="process-parts">
        <Definition process={shown} />
        <Versions code={code} shown={shown} newest={newest} />
        {mayChange && newest?.version === shown.version && (
          <DefinitionEditor code={code} inForce={newest} />
        )}
      </div>
    </Page>
  );
}

function Definition({ process }: { readonly process: FindProcessReply }) {
  const { stages, returns } = process;
  return (
    <section className="sheet">
      <Diagram stages={useDrawn(stages)} returns={returns} />
      <StageList stages={stages} returns={returns} />
    </section>
  );
}

function Versions({ code, newest, shown }: Props & { readonly shown: FindProcessReply }) {
  const { language } = useLanguage();
  const say = useProcessWords();
  const count = newest?.version ?? shown.version;
  const versions = Array.from({ length: count }, (_, at) => count - at);
  return (
    <nav className="sheet" aria-label={say.versions}>
      <h2>{say.versions}</h2>
      <ul className="versions">
        {versions.map((version) => (
          <li key={version}>
            <Link
              to={
                version === count
                  ? `/processes/${code}`
                  : `/processes/${code}?version=${String(version)}`
              }
              aria-current={version === shown.version ? 'page' : undefined}
            >
              {say.versionOf(version)}
              {version === count && ` · ${say.inForce}`}
            </Link>
          </li>
        ))}
      </ul>
      <p className="hint">
        {say.publishedAt} {instantText(shown.publishedAt, language)}
      </p>
    </nav>
  );
}

function Back() {
  const say = useProcessWords();
  return (
    <p className="kicker">
      <Link to={PAGE_PATHS.processes}>{say.back}</Link>
    </p>
  );
}
