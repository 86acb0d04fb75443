export interface LiveEvent {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** Follows a stream of server-sent events as a browser would. */
export async function followStream(url: string, init: RequestInit) {
  const leave = new AbortController();
  const response = await fetch(url, { ...init, signal: leave.signal });
  const events: LiveEvent[] = [];
  const seen = { events, over: false };
  const read = async () => {
    const decoder = new TextDecoder();
    let text = '';
    for await (const bytes of response.body!) {
      text += decoder.decode(bytes as Uint8Array, { stream: true });
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      events.push(...parts.filter((part) => part.startsWith('event:')).map(eventIn));
    }
  };
  const reading = read()
    .catch(() => undefined)
    .then(() => {
      seen.over = true;
    });
  return {
    response,
    seen,
    leave: async () => {
      leave.abort();
      await reading;
    },
  };
}

function eventIn(part: string): LiveEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? '';
  return { event: field('event'), data: JSON.parse(field('data')) as Record<string, unknown> };
}
