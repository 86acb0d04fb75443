import { counted } from './counted.js';
import type { Words } from './zh.js';

export const enProgress: Words['progress'] = {
  title: 'Progress',
  lead: 'By the number and query code of your receipt. Signed in, you see your own applications directly.',
  number: 'Number of the application or case',
  numberHint: 'On the receipt, for example SQ20260427-000001 or 379900-20260429-000001',
  code: 'Query code',
  codeIfNotOwn: 'Query code (only for an application that is not your own)',
  codeHint: 'On the receipt: ten letters and digits',
  follow: 'Show progress',
  another: 'Another application',
  print: 'Print',
  live: {
    live: 'Live',
    waiting: 'Connecting for live updates …',
    off: 'Renewed every half minute',
  },
  news: (what) => `News: ${what}`,
  waiting: 'What is waited for',
  nothingAwaited: 'Nothing is waited for: this matter is complete.',
  since: 'Since',
  dueBy: 'Due',
  statutory: 'Due by law',
  promised: 'Promised for',
  openDate: (notBefore) =>
    notBefore === undefined
      ? 'open (the holidays of that year are not published yet)'
      : `open, not before ${notBefore} (the holidays of that year are not published yet)`,
  halted: (since) => `the clock stands still since ${since}`,
  explain: 'How this date came about',
  counted: 'counted',
  skipped: 'not counted',
  tracks: 'Parallel tracks',
  trackStatuses: {
    'in-review': 'In review',
    suspended: 'In a special procedure',
    reviewed: 'Reviewed, to be decided',
    granted: 'Granted',
    refused: 'Refused',
    withdrawn: 'Withdrawn by the applicant',
  },
  lamps: { blue: 'Term runs low', yellow: 'Due today', red: 'Overdue' },
  quota: (place, ahead, left, limit) =>
    `No. ${place} in the order of acceptance, ${ahead} before it not decided; ${left} of ${limit} left.`,
  suspension: (name, from, until, expectedUntil) => {
    if (until !== undefined) return `${name}: ${from} to ${until}, not counted`;
    const expected = expectedUntil === undefined ? '' : `, expected to end ${expectedUntil}`;
    return `${name}: since ${from}${expected}, not counted`;
  },
  outcomes: { granted: 'Decision: granted', refused: 'Decision: refused' },
  reconsideration: 'Administrative reconsideration',
  litigation: 'Court',
  fromService: 'runs from the service of the decision',
  until: (when) => `until ${when}`,
  steps: 'Every step',
  stepsHint: (count) => `${counted(count, 'step')}, the newest first`,
  wholeList: (count) => `Show all ${count} steps`,
  onlyNewest: 'Show the newest only',
  recorded: 'Recorded later, on',
  roles: {
    applicant: 'Applicant',
    window: 'Window',
    agency: 'Agency',
    inspectors: 'Inspectors',
    department: 'Supervising department',
    intermediary: 'Intermediary',
    law: 'By law',
  },
  papers: 'Papers',
  paper: 'Paper',
  paperNumber: 'Number',
  issuedBy: 'Issued by',
  issuedAt: 'Issued',
  servedAt: 'Served',
  notServed: 'Not served yet',
};
