/** One server-sent event. */
export interface StreamEvent {
  readonly name: string;
  readonly body: string;
}

/** Reads server-sent events from pieces of text as they arrive, wherever the pieces begin and end. */
export class EventReader {
  private rest = '';

  /** The events that are complete with this piece. */
  take(piece: string): readonly StreamEvent[] {
    const blocks = (this.rest + piece).split('\n\n');
    this.rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => {
      const event = eventOf(block);
      return event === undefined ? [] : [event];
    });
  }
}

function eventOf(block: string): StreamEvent | undefined {
  const fields = new Map<string, string>();
  for (const line of block.split('\n')) {
    const [, name = '', value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (name !== '') fields.set(name, value);
  }
  const name = fields.get('event');
  return name === undefined ? undefined : { name, body: fields.get('data') ?? '' };
}
