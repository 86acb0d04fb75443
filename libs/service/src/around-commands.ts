import type { Around } from '@onewindow/bus';
import { askingDatabase, withCause, type Ledger } from '@onewindow/journal';
import { about } from './circumstances.js';

/**
 * What surrounds every request: its case and its actor for the log and for the journal, and for a command the receipt,
 * so that a retry gets the first answer.
 */
export const aroundCommands =
  (ledger: Ledger): Around =>
  (context, contract, _request, run) => {
    const { caller, actor, idempotencyKey, requestHash, correlation } = context;
    const id = `${contract.kind}:${caller}/${idempotencyKey ?? contract.id}`;
    return about(correlation, () =>
      withCause({ id, actor }, () =>
        askingDatabase(() => {
          if (contract.kind === 'query' || idempotencyKey === undefined) return run();
          return ledger.answer({ caller, key: idempotencyKey, requestHash }, run);
        }),
      ),
    );
  };
