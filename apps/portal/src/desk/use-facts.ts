import { useQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';
import { useItem } from '../guide/guide-queries.js';
import { useLanguage } from '../language/language.js';
import type { Track } from './act-declared.js';
import { factsOfConditions, factsOfForm } from './fact-fields.js';
import type { FieldSchema } from './form/field-kinds.js';

/** How the facts that the stages of a track turn on are filled in. */
export function useFacts(
  { item, process }: Track,
  isWanted: boolean,
): Readonly<Record<string, FieldSchema>> {
  const { language } = useLanguage();
  const { data: guide } = useItem(item, { isWanted });
  const { data: definition } = useProcess(process, isWanted);
  return {
    ...factsOfConditions(definition?.stages.map(({ when }) => when) ?? []),
    ...factsOfForm(guide?.form, language),
  };
}

/** The version under which the track runs; it never changes. */
const useProcess = (process: Track['process'], isWanted: boolean) =>
  useQuery({
    queryKey: ['process', process?.code, process?.version],
    enabled: isWanted && process !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => {
      const { code = '', version = 1 } = process ?? {};
      return bodyOf(
        client.GET('/api/processes/{code}', {
          params: { path: { code }, query: { version } },
          signal,
        }),
      );
    },
  });
