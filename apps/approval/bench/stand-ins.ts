/** What differs between cases of one story: a character that no text of a case has stands for each until it is told. */
export const STAND_INS = {
  application: '\uE000',
  caseNumber: '\uE001',
  account: '\uE002',
  applicant: '\uE003',
  creditCode: '\uE004',
  premises: '\uE005',
  address: '\uE006',
  officer: '\uE007',
  officerName: '\uE008',
  code: '\uE009',
  salt: '\uE00A',
  entry: '\uE00B',
  commitment: '\uE00C',
  stateHash: '\uE00D',
  previous: '\uE00E',
} as const;

export type StandIn = keyof typeof STAND_INS;
export type Told = Partial<Record<StandIn, string>>;

const NAMES = new Map(Object.entries(STAND_INS).map(([name, sign]) => [sign as string, name]));
const SIGNS = new RegExp(`([${Object.values(STAND_INS).join('')}])`);

/** Fills in one text, again and again. The values are plain: nothing in them has to be escaped in JSON. */
export function template(text: string): (told: Told) => string {
  const [first = '', ...rest] = text.split(SIGNS);
  const parts = Array.from({ length: rest.length / 2 }, (_, at) => ({
    name: NAMES.get(rest[2 * at] ?? '') as StandIn,
    after: rest[2 * at + 1] ?? '',
  }));
  return (told) => {
    let filled = first;
    for (const { name, after } of parts) filled += (told[name] ?? '') + after;
    return filled;
  };
}
