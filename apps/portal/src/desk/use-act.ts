import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { act } from '../api/act-request.js';
import { Refused } from '../api/failures.js';
import { isWorthRepeating } from '../api/patience.js';
import type { Problem } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { useDeskWords } from './desk-words.js';
import { DESK_KEY } from './desk-queries.js';
import { bodyOf, missingIn } from './form/draft.js';
import type { DraftGroup } from './form/draft-shape.js';
import { sortedMistakes, type SortedMistakes } from './form/mistakes.js';
import { shownPaths } from './form/shown-paths.js';
import type { Offer } from './offers.js';
import { useKeys } from './use-keys.js';

/** What was wrong with the last try: the fields that stood empty, or what the answer said, for the fields that were shown then. */
interface Fault {
  readonly missing: readonly string[];
  readonly problem?: Problem;
  readonly shown: readonly string[];
}

const NO_FAULT: Fault = { missing: [], shown: [] };
const NOTHING: SortedMistakes = { atFields: new Map(), elsewhere: [] };

/**
 * Filling in and sending one act. The key stays the same while what is sent is the same: a double click, a lost answer and
 * a second try are one act.
 */
export function useAct(offer: Offer, suggested: DraftGroup, onDone: (reply: unknown) => void) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(suggested);
  const [fault, setFault] = useState(NO_FAULT);
  const keys = useKeys();
  const { body: schema } = offer.act;
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: (body: object) =>
      act({
        method: offer.act.method,
        path: offer.path,
        body: schema === undefined ? undefined : body,
        idempotencyKey: keys.of(JSON.stringify(body)),
      }),
    retry: isWorthRepeating,
    onSuccess: onDone,
    onError: (failure) =>
      setFault({
        missing: [],
        shown: shownPaths(schema ?? {}, draft),
        ...(failure instanceof Refused && { problem: failure.problem }),
      }),
    // Refused or not, the case may stand otherwise than this page shows it.
    onSettled: () => queries.invalidateQueries({ queryKey: [DESK_KEY] }),
  });
  const submit = () => {
    if (isPending) return;
    const missing = missingIn(schema ?? {}, draft);
    if (missing.length === 0) return mutate({ ...bodyOf(schema ?? {}, draft), ...offer.preset });
    reset();
    setFault({ missing, shown: [] });
  };
  return { draft, change: setDraft, error, isPending, submit, ...useMistakes(fault) };
}

/** The mistakes in the language of the page, which may change while they are shown. */
function useMistakes({ missing, problem, shown }: Fault) {
  const { language } = useLanguage();
  const { needed } = useDeskWords();
  return useMemo(() => {
    if (missing.length > 0)
      return { mistakes: new Map(missing.map((path) => [path, [needed]])), elsewhere: [] };
    const { atFields, elsewhere } =
      problem === undefined ? NOTHING : sortedMistakes(problem, shown, language);
    return { mistakes: atFields, elsewhere };
  }, [missing, problem, shown, language, needed]);
}
