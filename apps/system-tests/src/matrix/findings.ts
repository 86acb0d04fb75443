/** What is wrong in one cell of the matrix: all of it together, so that one look shows the whole cell. */
export type Findings = readonly string[];

const AT_ONCE = 12;
const MOST_SHOWN = 40;

/** Tries every case, several at once, and gathers what each of them finds. */
export async function gather<Case>(
  cases: readonly Case[],
  check: (each: Case) => Promise<Findings>,
): Promise<Findings> {
  const found: string[] = [];
  const left = cases.values();
  const work = async () => {
    for (const each of left) found.push(...(await check(each)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found.slice(0, MOST_SHOWN);
}

/** The findings with the place in front where they were made. */
export const at = (where: string, findings: Findings): Findings =>
  findings.map((each) => `${where}: ${each}`);
