import type { Change, Instant } from '@onewindow/kernel';
import type { Application, ApplicationEvent, IssuedPaper, ServiceRecord } from './application.js';
import { contentOf } from './content-of-paper.js';
import type { NoticeParticulars, PaperContent } from './paper-content.js';

/**
 * Issues an official paper 文书. Whoever agreed to electronic service has it with the moment it stands in
 * the account, which for a paper of another agency is later than its date; for others it waits for the window or the post.
 */
export function issue(
  application: Application,
  { particulars, ...paper }: PaperToIssue,
  now: Instant,
): Change<Application, ApplicationEvent> {
  return issueWith(application, paper, contentOf(application, paper, particulars), now);
}

/** The same with a text of its own. */
export function issueWith(
  application: Application,
  paper: Omit<IssuedPaper, 'service'>,
  content: PaperContent,
  now: Instant,
): Change<Application, ApplicationEvent> {
  if (application.papers.some(({ number }) => number === paper.number))
    return { state: application, events: [] };
  const issued: ApplicationEvent = {
    type: 'paper-issued',
    paper,
    content,
  };
  if (!application.electronicService) {
    return { state: { ...application, papers: [...application.papers, paper] }, events: [issued] };
  }
  const record: ServiceRecord = {
    method: 'electronic',
    servedAt: now,
    receivedBy: application.applicantAccount,
  };
  return {
    state: { ...application, papers: [...application.papers, { ...paper, service: record }] },
    events: [issued, { type: 'paper-served', number: paper.number, record }],
  };
}

/** A paper before it is issued; what it says is taken from the application, and from the bureau's news where there is any. */
export type PaperToIssue = Omit<IssuedPaper, 'service'> & {
  readonly particulars?: NoticeParticulars;
};

/** Issues several papers one after the other. */
export function issueAll(
  application: Application,
  papers: readonly Omit<IssuedPaper, 'service'>[],
  now: Instant,
): Change<Application, ApplicationEvent> {
  return papers.reduce<Change<Application, ApplicationEvent>>(
    ({ state, events }, paper) => {
      const next = issue(state, paper, now);
      return { state: next.state, events: [...events, ...next.events] };
    },
    { state: application, events: [] },
  );
}

/** With the dispatch: puts the record on each of the papers that has none yet. */
export function withService(
  application: Application,
  numbers: readonly string[],
  record: ServiceRecord,
): Change<Application, ApplicationEvent> {
  const open = application.papers.filter(
    ({ number, service }) => service === undefined && numbers.includes(number),
  );
  return {
    state: {
      ...application,
      papers: application.papers.map((paper) =>
        open.includes(paper) ? { ...paper, service: record } : paper,
      ),
    },
    events: open.map(({ number }) => ({
      type: 'paper-served',
      number,
      record,
      withDispatch: true,
    })),
  };
}
