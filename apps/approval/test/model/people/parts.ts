import type { Attempt } from './attempts.js';
import type { Sent } from './commands.js';
import type { Observed } from './observed.js';
import type { PeopleModel } from './people-model.js';

/** Officers of an agency and the matters that they handle. */
export interface PeopleParts {
  readonly of: PeopleModel;
  readonly attempt: Attempt;
  readonly sent: Sent;
  readonly seen: Observed;
}
