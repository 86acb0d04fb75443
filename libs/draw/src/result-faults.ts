import type { DrawFile } from './draw-file.js';
import { faultAt, when, type DrawFault } from './faults.js';
import { draw, type RankedEntry } from './ranking.js';

/** What is wrong with the result of a draw, computed again from what went into it. */
export function faultsOfResult(file: DrawFile): DrawFault[] {
  const again = draw({ ...file, publicValue: file.publicValue.value });
  return [
    ...when(again.key !== file.key, 'key', 'key-changed'),
    ...faultsOfRanking(file.ranking, again.ranking),
  ];
}

function faultsOfRanking(
  found: readonly RankedEntry[],
  computed: readonly RankedEntry[],
): DrawFault[] {
  const names = (ranking: readonly RankedEntry[]) =>
    JSON.stringify(ranking.map(({ creditCode }) => creditCode).sort());
  if (names(found) !== names(computed)) return [faultAt('ranking', 'ranking-not-of-list')];
  const scores = new Map(computed.map(({ creditCode, score }) => [creditCode, score]));
  return found.flatMap(({ place, creditCode, score }, index) => {
    const right = computed[index];
    const isMoved = creditCode !== right?.creditCode || place !== right.place;
    const at = `ranking.${index}`;
    return [
      ...when(isMoved, at, index === 0 ? 'result-changed' : 'order-changed'),
      ...when(score !== scores.get(creditCode), `${at}.score`, 'score-changed'),
    ];
  });
}
