/** Published examples, each recomputed by hand from the standard. Birth years before 1913 spare living people. */

export const VALID_CREDIT_CODES = [
  '11371500MB9K2Q0A94',
  '91371500MA9YXW1T5X',
  '92370523MA9YXW2N21',
  '52510114MJ9Y0X3L8H',
  '12500112MB9K0Q4H0F',
];

/** Code, the rules it does not meet. */
export const INVALID_CREDIT_CODES: readonly [code: string, unmet: readonly string[]][] = [
  ['91371500MA9YXW1T5Y', ['credit-code-check-digit-correct']],
  ['9137150OMA9YXW1T5X', ['credit-code-uses-its-alphabet', 'credit-code-region-is-numeric']],
  [
    '91371500MA9YWX1T5X',
    ['credit-code-organisation-check-digit-correct', 'credit-code-check-digit-correct'],
  ],
  ['9137050MA9YXW2N21', ['credit-code-has-18-characters']],
  ['91371500MA9YXW1T4T', ['credit-code-organisation-check-digit-correct']],
];

export const VALID_IDENTITY_NUMBERS: readonly [number: string, birthDate: string, sex: string][] = [
  ['371502190101010019', '1901-01-01', 'male'],
  ['370523190402290027', '1904-02-29', 'female'],
  ['510114190812313031', '1908-12-31', 'male'],
  ['500108191110011042', '1911-10-01', 'female'],
  ['340602191211152054', '1912-11-15', 'male'],
  ['37150219010101006X', '1901-01-01', 'female'],
];

export const INVALID_IDENTITY_NUMBERS: readonly [number: string, unmet: readonly string[]][] = [
  ['371502190101010018', ['identity-number-check-digit-correct']],
  ['371502190302290010', ['birth-date-exists']],
  ['999901190101010017', ['region-province-exists']],
  ['371502202713010015', ['birth-date-exists']],
  ['371502203001010011', ['birth-date-not-in-future']],
  ['37150219010101001', ['identity-number-has-18-digits']],
  ['37150219O101010019', ['identity-number-is-numeric']],
];

export const CURRENT_REGIONS: readonly [code: string, name: string, full: string][] = [
  ['371500', '聊城市', '山东省聊城市'],
  ['371502', '东昌府区', '山东省聊城市东昌府区'],
  ['370523', '广饶县', '山东省东营市广饶县'],
  ['510114', '新都区', '四川省成都市新都区'],
  ['500108', '南岸区', '重庆市南岸区'],
  ['340602', '杜集区', '安徽省淮北市杜集区'],
];

export const INVALID_REGIONS: readonly [code: string, unmet: string, why: string][] = [
  ['371599', 'region-listed', 'never given'],
  ['999901', 'region-province-exists', 'no such province'],
  ['37150', 'region-code-has-six-digits', 'too short'],
  ['371501', 'region-listed', 'only groups the districts of a city'],
  ['371523', 'region-in-force', '茌平县 became a district'],
  ['310230', 'region-in-force', '崇明县 became a district'],
];

export const IMPLEMENTATION_CODES = [
  '11621200MB193864XN3000123003000',
  '11440113MB2C92966P4000131004000',
];
