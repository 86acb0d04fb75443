import type {
  AwaitedStep,
  FollowApplicationReply,
  FollowCaseReply,
  ProgressPaper,
  ProgressStep,
  ProgressTrack,
} from '../api/replies.js';

/** Which matter is followed, and with which right: a query code 查询码, or none for somebody signed in. */
export interface Asked {
  readonly number: string;
  readonly code?: string | undefined;
}

/** An application with its case as the applicant sees them: one matter. */
export interface Matter {
  readonly applicationId: string;
  readonly title: string;
  readonly applicationNumber: string;
  readonly caseNumber?: string | undefined;
  readonly status: FollowApplicationReply['status'];
  readonly receivedAt: string;
  readonly waitingFor: readonly AwaitedStep[];
  readonly tracks: readonly ProgressTrack[];
  /** The newest first. */
  readonly steps: readonly ProgressStep[];
  readonly papers: readonly ProgressPaper[];
}

/** What the window and the agencies each know of a matter, put together. */
export function matterOf(
  application: FollowApplicationReply,
  ofCase: FollowCaseReply | undefined,
): Matter {
  return {
    applicationId: application.applicationId,
    title: application.title,
    applicationNumber: application.number,
    caseNumber: application.caseNumber,
    status: application.status,
    receivedAt: application.receivedAt,
    waitingFor: awaited(application, ofCase),
    tracks: ofCase?.tracks ?? application.tracks,
    steps: newestFirst([...application.steps, ...(ofCase?.steps ?? [])]),
    papers: once([...application.papers, ...(ofCase?.papers ?? [])]),
  };
}

/** While agencies decide, they know best what they wait for; the window then only repeats it. */
function awaited(
  application: FollowApplicationReply,
  ofCase: FollowCaseReply | undefined,
): readonly AwaitedStep[] {
  if (ofCase === undefined) return application.waitingFor;
  const ofWindow = application.status === 'accepted' ? [] : application.waitingFor;
  return [...ofWindow, ...ofCase.waitingFor];
}

/** Of what happened in one moment, the later recorded comes first. */
const newestFirst = (steps: readonly ProgressStep[]): readonly ProgressStep[] =>
  steps
    .map((step, index) => ({ step, index }))
    .sort((a, b) => (a.step.at === b.step.at ? b.index - a.index : a.step.at < b.step.at ? 1 : -1))
    .map(({ step }) => step);

/** A paper that both know is the same by its number; the one that tells when it was served says more. */
function once(papers: readonly ProgressPaper[]): readonly ProgressPaper[] {
  const found = new Map<string, ProgressPaper>();
  for (const paper of papers) {
    const before = found.get(paper.number);
    if (before?.servedAt === undefined) found.set(paper.number, paper);
  }
  return [...found.values()].sort((a, b) => (a.issuedAt < b.issuedAt ? -1 : 1));
}
