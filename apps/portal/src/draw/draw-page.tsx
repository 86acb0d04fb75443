import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { bodyOf, client } from '../api/client.js';
import { Page } from '../frame/page.js';
import { useLanguage } from '../language/language.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { ProjectFacts } from './project-facts.js';
import { Recomputed } from './recomputed.js';
import './draw.css';

/** A project's published draw, computed again in the visitor's own browser. */
export default function DrawPage() {
  const { number = '' } = useParams();
  const { words } = useLanguage();
  const path = { projectNumber: number };
  const project = useQuery({
    queryKey: ['project', number],
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/api/market/projects/{projectNumber}', { params: { path }, signal })),
  });
  const draw = useQuery({
    queryKey: ['draw', number],
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/api/market/projects/{projectNumber}/draw', { params: { path }, signal })),
  });
  const error = draw.error ?? project.error;
  return (
    <Page title={words.draw.title} lead={<p>{number}</p>}>
      {error !== null && (
        <ProblemNotice
          error={error}
          onRetry={() => void Promise.all([draw.refetch(), project.refetch()])}
        />
      )}
      {(draw.isPending || project.isPending) && <Loading />}
      {draw.data !== undefined && project.data !== undefined && (
        <Recomputed document={draw.data} project={project.data} />
      )}
      {/* Not before what stands above it is there: it would jump. */}
      {!draw.isPending && project.data !== undefined && <ProjectFacts project={project.data} />}
    </Page>
  );
}
