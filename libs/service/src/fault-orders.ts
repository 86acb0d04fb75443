import { armFault, FAULT_POINTS, SWEEP_FAULT_POINTS, type FaultPoint } from '@onewindow/journal';

const KNOWN: readonly FaultPoint[] = [...FAULT_POINTS, ...SWEEP_FAULT_POINTS];

const isOrder = (
  message: unknown,
): message is { readonly point: FaultPoint; readonly nth?: number } => {
  if (typeof message !== 'object' || message === null) return false;
  const { type, point } = message as Record<string, unknown>;
  return type === 'arm-fault' && KNOWN.some((each) => each === point);
};

/** Lets the parent process say where this one is to die. Only where the configuration allows faults. */
export function obeyFaultOrders(): void {
  process.on('message', (message: unknown) => {
    if (isOrder(message)) {
      armFault(message.point, message.nth);
      process.send?.({ type: 'fault-armed', point: message.point });
    }
  });
  process.channel?.unref();
}
