/** Where a process can be told to die, for the specs of crashes. */
export const FAULT_POINTS = [
  'command.before-transaction',
  'command.inside-transaction',
  'command.after-transaction',
  'command.after-commit-before-reply',
  'relay.after-positions',
  'relay.mid-batch',
  'relay.after-last-ack',
  'reader.after-effect-before-ack',
] as const;
/** The same while everything open is derived anew, which no story does. */
export const SWEEP_FAULT_POINTS = ['sweep.inside-batch', 'sweep.after-batch'] as const;
export type FaultPoint = (typeof FAULT_POINTS | typeof SWEEP_FAULT_POINTS)[number];

const armed = new Map<FaultPoint, number>();

/** The process kills itself when it comes to the point for the `nth` time from now. Production configuration never calls this. */
export function armFault(point: FaultPoint, nth = 1): void {
  armed.set(point, nth);
}

export const isArmed = (point: FaultPoint): boolean => armed.has(point);

/** Costs nothing but the look at an empty map while nothing is armed. */
export function faultPoint(point: FaultPoint): void {
  if (armed.size === 0) return;
  const left = armed.get(point);
  if (left === undefined) return;
  if (left > 1) armed.set(point, left - 1);
  else process.kill(process.pid, 'SIGKILL');
}
