import type { Accompaniment } from './accompaniment.js';
import { commitCall } from './commit-call.js';
import type { UnitTemplate } from './unit-template.js';

/** One pgbench script: some cases of one service at the same steps, from their first commit to their last. */
export interface CaseScript {
  readonly text: string;
  readonly cases: number;
  readonly weight: number;
}

/** Clients of one run that may share a database, and cases of one of them, before numbers would come twice. */
export const MOST_CLIENTS = 16;
const CASES_OF_CLIENT = 30_000;

/**
 * Scripts that commit as many units together as the service did on average: whole numbers below and above it, weighted so
 * that the average over the commits comes out.
 */
export function caseScripts(
  units: readonly UnitTemplate[],
  others: readonly Accompaniment[],
  unitsInOne: number,
): CaseScript[] {
  const below = Math.max(1, Math.floor(unitsInOne));
  const share = Math.max(0, unitsInOne - below);
  return [
    { cases: below, weight: Math.round((1 - share) * 100) },
    { cases: below + 1, weight: Math.round(share * 100) },
  ]
    .filter(({ weight }) => weight > 0)
    .map((each) => ({ ...each, text: caseScript(units, others, each.cases) }));
}

function caseScript(
  units: readonly UnitTemplate[],
  others: readonly Accompaniment[],
  cases: number,
): string {
  const each = Array.from({ length: cases }, (_, index) => index + 1);
  return [
    ...each.flatMap((one) => [
      '\\set s :s + 1',
      `\\set s${one} :run * 10000000000 + :client_id * 100000000 + :s + 100000000000`,
      `\\set n${one} 1000000 + :run * ${MOST_CLIENTS * CASES_OF_CLIENT} + :client_id * ${CASES_OF_CLIENT} + :s`,
      `\\set r${one} random(100000000000, 999999999999)`,
    ]),
    ...units.map((unit) => commitCall(unit, cases)),
    ...others.flatMap((other) => repeated(other, cases)),
    '',
  ].join('\n');
}

/** As often as it belongs to so many cases; what is left over from a whole number by chance. */
function repeated({ statement, perCase }: Accompaniment, cases: number): string[] {
  const times = perCase * cases;
  const rest = Math.round((times % 1) * 1000);
  return [
    ...Array.from({ length: Math.floor(times) }, () => statement),
    ...(rest === 0
      ? []
      : ['\\set chance random(0, 999)', `\\if :chance < ${rest}`, statement, '\\endif']),
  ];
}
