import { counted } from './counted.js';
import type { TeamWords } from './zh-team.js';

/** What the page about the officers of an agency says, in English. */
export const enTeam: TeamWords = {
  team: 'Officers of this agency',
  teamLead:
    'Who has how much to do, who is on leave and under which authority; work is handed over, leave recorded, authority given and relations declared here.',
  noTeam: 'This account has no tasks, so there are no officers to show.',
  noOfficers: 'This agency has published no officers yet.',
  openTasks: (count, limit) =>
    limit === undefined
      ? `${counted(count, 'task')} at hand`
      : `${counted(count, 'task')} at hand, at most ${limit}`,
  leftPost: 'no longer in post',
  onLeave: 'on leave',
  authorisedUntil: (when) => `authorised until ${when}`,
  byPost: 'By the post',
  authorities: 'Authorities and delegations',
  endedAuthorities: (count) => `Revoked and over (${count})`,
  grantedBy: (by, from, until) => `given by ${by}, ${from} to ${until}`,
  revoked: (when, by) => (by === undefined ? `Revoked ${when}` : `Revoked ${when} by ${by}`),
  everyItemOfAgency: 'every item of the agency',
  byLoad: 'Each task to whoever may have it and has least to do',
};
