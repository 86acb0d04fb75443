/** How long nudges gather before they are sent: a person does not see the difference, a storm of commits does. */
const GATHER_MS = 50;
/** More cases than this at once: whoever watches one of the others looks again by itself. */
const AT_MOST = 500;

/** Tells gateways that something about a case has changed, after the commit, once for a burst. Best effort: nobody relies on it. */
export class LiveNudges {
  private readonly waiting = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly send: (correlation: string) => void) {}

  about(correlations: readonly string[]): void {
    for (const correlation of correlations) {
      if (this.waiting.size < AT_MOST) this.waiting.add(correlation);
    }
    this.timer ??= setTimeout(() => this.flush(), GATHER_MS).unref();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.waiting.clear();
  }

  private flush(): void {
    this.timer = undefined;
    const correlations = [...this.waiting];
    this.waiting.clear();
    for (const correlation of correlations) this.send(correlation);
  }
}
