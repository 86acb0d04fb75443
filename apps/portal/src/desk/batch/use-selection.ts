import { useMemo, useState } from 'react';
import type { TaskRow } from '../../api/replies.js';
import { keyOf, mayBeChosen } from './batch.js';

export interface Selection {
  /** Of the list, those that can be chosen. */
  readonly choosable: readonly TaskRow[];
  /** In the order of the list; what has left it is not among them. */
  readonly chosen: readonly TaskRow[];
  readonly has: (task: TaskRow) => boolean;
  readonly toggle: (task: TaskRow) => void;
  readonly chooseAll: (isChosen: boolean) => void;
  /** These and no others. */
  readonly keep: (keys: readonly string[]) => void;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Which tasks of a list are chosen; another list begins without any. */
export function useSelection(list: string, tasks: readonly TaskRow[]): Selection {
  const [state, setState] = useState({ list, keys: NOBODY });
  const keys = state.list === list ? state.keys : NOBODY;
  const set = (next: Iterable<string>) => setState({ list, keys: new Set(next) });
  const choosable = useMemo(() => tasks.filter(mayBeChosen), [tasks]);
  const chosen = choosable.filter((task) => keys.has(keyOf(task)));
  return {
    choosable,
    chosen,
    has: (task) => keys.has(keyOf(task)),
    toggle: (task) => {
      const key = keyOf(task);
      set(keys.has(key) ? [...keys].filter((each) => each !== key) : [...keys, key]);
    },
    chooseAll: (isChosen) => set(isChosen ? choosable.map(keyOf) : []),
    keep: set,
  };
}
