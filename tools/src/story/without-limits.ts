/** Environment of a gateway at which one machine plays everybody, as demonstrations, journeys and benchmarks do. */
export const WITHOUT_LIMITS = {
  OW_RATE_LIMIT_PERSON: '1000000',
  OW_RATE_LIMIT_ADDRESS: '1000000',
  OW_SIGN_IN_LIMIT: '1000000',
} as const;
