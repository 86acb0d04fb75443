import { Code, InstantText, Nested, OneOf, Optional, RegionCode, Text, Texts } from '../fields.js';

/** What a person hands in to sign in; it never crosses the bus. */
export class SignInRequest {
  @Text({ max: 100 }) account!: string;
  @Text({ max: 200 }) password!: string;
}

/** A signed-in person, in the shape of the kernel's `Person`. */
export class PersonView {
  @OneOf(['person']) kind!: 'person';
  @Text({ max: 100 }) id!: string;
  @Text({ max: 100 }) name!: string;
  @Optional() @Text({ max: 200 }) organisation?: string;
  @Optional() @Text({ max: 200 }) organisationName?: string;
  @Texts({ atMost: 20, max: 40 }) roles!: string[];
  @RegionCode() region!: string;
  @Optional() @Code() department?: string;
}

export class SessionOpened {
  /** For the header `Authorization: Bearer`. */
  @Text({ max: 2000 }) token!: string;
  @InstantText() expiresAt!: string;
  @Nested(() => PersonView) person!: PersonView;
}
