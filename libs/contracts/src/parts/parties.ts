import { CreditCode, Text } from '../fields.js';

/** The enterprise that applies. */
export class ApplicantOrganisation {
  @Text({ max: 200 }) name!: string;
  @CreditCode() creditCode!: string;
}

/** The person to turn to. Shown only to those who handle the case. */
export class Contact {
  @Text({ max: 100 }) name!: string;
  @Text({ max: 30 }) phone!: string;
}

/** The place that the permits are for. */
export class Premises {
  @Text({ max: 200 }) name!: string;
  @Text({ max: 500 }) address!: string;
}
