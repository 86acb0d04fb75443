import type { Message } from '@onewindow/kernel';

/** How one part of a service is: a reason stands there when it is not ready, a remark when it is but deserves a look. */
export interface PartState {
  readonly ready: boolean;
  readonly remark?: Message;
}

export interface ReadinessState {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, PartState>>;
}

/** Gathers what has to be there before a service may be asked: looks must be quick and must not throw. */
export class Readiness {
  private readonly looks = new Map<string, () => PartState>();

  /** A part that is not there yet, or not any more. */
  missing(part: string, remark: Message): void {
    this.looks.set(part, () => ({ ready: false, remark }));
  }

  watch(part: string, look: () => PartState): void {
    this.looks.set(part, look);
  }

  state(): ReadinessState {
    const parts = Object.fromEntries([...this.looks].map(([part, look]) => [part, look()]));
    return { ready: Object.values(parts).every((part) => part.ready), parts };
  }
}
