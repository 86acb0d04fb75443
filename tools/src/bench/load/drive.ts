/** Cases in flight, each client one after the other, until told to end. */
export interface Drive {
  /** When each case ended, on the clock of `performance.now()`. */
  readonly ended: readonly number[];
  /** Lets every client finish its case; rejects with the first failure of any. */
  end(): Promise<void>;
  /** Resolves when a client failed; whoever measures need not go on. */
  readonly failed: Promise<unknown>;
}

export function drive(clients: number, runOne: () => Promise<unknown>): Drive {
  const ended: number[] = [];
  let isOver = false;
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<unknown>((resolve) => {
    fail = resolve;
  });

  async function client(): Promise<void> {
    while (!isOver) {
      await runOne();
      ended.push(performance.now());
    }
  }

  const all = Promise.all(Array.from({ length: clients }, client));
  all.catch((error: unknown) => {
    isOver = true;
    fail(error);
  });
  return {
    ended,
    failed,
    end: async () => {
      isOver = true;
      await all;
    },
  };
}
