import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { bodyOf, client } from '../api/client.js';
import type { ListProjectsReply } from '../api/replies.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { ProblemNotice } from '../notices/problem-notice.js';

type Project = ListProjectsReply['projects'][number];

const MANY = 20;

/** The newest projects of the market, for whoever has no number at hand. */
export function RecentProjects() {
  const { words } = useLanguage();
  const { draw } = words;
  const { data, error, refetch } = useQuery({
    queryKey: ['projects'],
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/api/market/projects', { params: { query: { limit: MANY } }, signal })),
  });
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.projects.length === 0) return null;
  return (
    <section aria-labelledby="projects-title">
      <h2 id="projects-title">{draw.recent}</h2>
      <ul className="project-rows">
        {data.projects.map((project) => (
          <Row key={project.projectNumber} project={project} />
        ))}
      </ul>
    </section>
  );
}

function Row({ project }: { readonly project: Project }) {
  const { language, words } = useLanguage();
  const { draw } = words;
  const { projectNumber, title, serviceName, status, closesAt } = project;
  return (
    <li className="sheet">
      <Link to={`/projects/${encodeURIComponent(projectNumber)}/draw`}>
        <Original>{title}</Original>
      </Link>
      <p className="hint">
        {projectNumber} · <Original>{serviceName}</Original>
      </p>
      <p className="hint">
        {draw.statuses[status]} · {words.labelled(draw.closesAt)}
        {instantText(closesAt, language)}
      </p>
    </li>
  );
}
