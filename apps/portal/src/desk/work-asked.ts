export const VIEWS = ['mine', 'pool', 'agency', 'cases'] as const;
/** Tasks of one's own, those that nobody has, all of the agency; or whole cases. */
export type View = (typeof VIEWS)[number];

export const CASE_STATUSES = ['open', 'decided', 'closed'] as const;
export const LAMPS = ['red', 'yellow', 'blue'] as const;

/** Which of the work is shown, as the address says it: a list can be kept and sent. */
export interface WorkAsked {
  readonly of: View;
  /** Of tasks. */
  readonly lamp?: (typeof LAMPS)[number];
  /** Of cases. */
  readonly status?: (typeof CASE_STATUSES)[number];
  readonly text?: string;
}

/** Of tasks, not of whole cases. */
export interface TasksAsked extends WorkAsked {
  readonly of: Exclude<View, 'cases'>;
}

const LONGEST_TEXT = 100;

export function workAskedIn(parameters: URLSearchParams): WorkAsked {
  const text = (parameters.get('text') ?? '').trim().slice(0, LONGEST_TEXT);
  const of = VIEWS.find((view) => view === parameters.get('of')) ?? 'mine';
  const lamp = LAMPS.find((each) => each === parameters.get('lamp'));
  const status = CASE_STATUSES.find((each) => each === parameters.get('status'));
  return {
    of,
    ...(lamp !== undefined && of !== 'cases' && { lamp }),
    ...(status !== undefined && of === 'cases' && { status }),
    ...(text !== '' && { text }),
  };
}

/** The address of it, with its question mark. */
export const workAddressOf = (asked: WorkAsked): string =>
  `?${new URLSearchParams({ ...asked }).toString()}`;

export function withoutLamp({ lamp: _, ...asked }: WorkAsked): WorkAsked {
  return asked;
}
