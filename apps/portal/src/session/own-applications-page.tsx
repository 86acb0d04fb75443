import { Button } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { bodyOf, client } from '../api/client.js';
import type { ListApplicationsReply } from '../api/replies.js';
import { Page } from '../frame/page.js';
import { useLanguage } from '../language/language.js';
import { Loading } from '../notices/loading.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { PAGE_PATHS } from '../page-paths.js';
import { ApplicationRows } from './application-rows.js';
import { useSession } from './use-session.js';

const PAGE_SIZE = 20;

/** The applications that whoever is signed in may see, newest first. */
export default function OwnApplicationsPage() {
  const { words } = useLanguage();
  const session = useSession();
  const isApplicant = session?.person.roles.includes('applicant') ?? false;
  const list = useInfiniteQuery({
    queryKey: ['own-applications', session?.person.id],
    enabled: isApplicant,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: ListApplicationsReply) => nextCursor,
    queryFn: ({ pageParam, signal }) =>
      bodyOf(
        client.GET('/api/applications', {
          params: {
            query: { limit: PAGE_SIZE, ...(pageParam !== undefined && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
  });
  if (session === undefined) return <Navigate to={PAGE_PATHS.signIn} replace />;
  const rows = list.data?.pages.flatMap((page) => page.applications) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  return (
    <Page
      title={words.session.ownTitle}
      lead={<p>{words.session.signedIn(session.person.name)}</p>}
    >
      {!isApplicant && <p>{words.session.noRole}</p>}
      {list.isLoading && <Loading />}
      {list.error !== null && (
        <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && rows.length === 0 && <p>{words.session.none}</p>}
      {rows.length > 0 && (
        <>
          <p className="hint">
            {words.session.total(total)} · {words.session.ownLead}
          </p>
          <ApplicationRows rows={rows} />
          {list.hasNextPage && (
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {words.home.more}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}
