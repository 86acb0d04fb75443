import { RefusedByGateway } from '@onewindow/tools';

/** What a refused request lacked: of each fault its place and its rule. Throws where it was not refused. */
export async function unmetOf(request: Promise<unknown>): Promise<readonly string[]> {
  const answer = await request.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(answer instanceof RefusedByGateway)) throw new TypeError('it was not refused');
  const unmet: readonly { readonly rule: string; readonly path?: string }[] =
    answer.problem.unmet ?? [];
  return unmet.map(({ path, rule }) => `${path ?? '-'} ${rule}`);
}
