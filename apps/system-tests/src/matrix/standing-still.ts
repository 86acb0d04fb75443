import { tokenOf } from '@onewindow/contracts';
import type { City } from '../a-city.js';

/** What stands in every journal and what was heard: a refused request leaves all of it as it was. */
export async function countsOf({ cast }: City): Promise<Readonly<Record<string, object>>> {
  const counts = await Promise.all(
    cast.operations.keepers.map(async (keeper) => {
      const { journal, published, consumed, parked, armed } = await cast.operations.figures(keeper);
      return [tokenOf(keeper), { journal, published, consumed, parked, armed }] as const;
    }),
  );
  return Object.fromEntries(counts);
}
