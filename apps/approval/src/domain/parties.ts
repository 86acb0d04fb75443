/** The enterprise that applied. */
export interface Applicant {
  readonly name: string;
  readonly creditCode: string;
}

/** The place that the permits are for. */
export interface Premises {
  readonly name: string;
  readonly address: string;
}

/** Where both appeal routes lead. */
export interface AppealBodies {
  readonly reconsiderationBody: string;
  readonly court: string;
}

/** Both appeal routes with body and term (许可法 38). */
export interface AppealRoutes {
  readonly reconsiderationBody: string;
  readonly reconsiderationTerm: string;
  readonly court: string;
  readonly litigationTerm: string;
}

export type Outcome = 'granted' | 'refused';
