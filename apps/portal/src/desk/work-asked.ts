const STATUSES = ['open', 'decided', 'closed'] as const;
type Status = (typeof STATUSES)[number];

/** Which of the work is shown, as the address says it. */
export interface WorkAsked {
  readonly status?: Status;
  readonly text?: string;
}

export function workAskedIn(parameters: URLSearchParams): WorkAsked {
  const text = (parameters.get('text') ?? '').trim().slice(0, 100);
  const status = STATUSES.find((each) => each === parameters.get('status'));
  return { ...(status !== undefined && { status }), ...(text !== '' && { text }) };
}
