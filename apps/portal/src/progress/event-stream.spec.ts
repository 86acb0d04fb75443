import { EventReader } from './event-stream.js';

const TEXT = 'event: progress\nid: 1\ndata: {"a":1}\n\n: \n\nevent: refused\nid: x\ndata: {}\n\n';

describe('A reader of server-sent events', () => {
  it('gives every event with its name and body, and no heartbeat', () => {
    expect(new EventReader().take(TEXT)).toEqual([
      { name: 'progress', body: '{"a":1}' },
      { name: 'refused', body: '{}' },
    ]);
  });

  it('does not mind where a piece ends', () => {
    const reader = new EventReader();

    const events = [...TEXT].flatMap((letter) => reader.take(letter));

    expect(events.map(({ name }) => name)).toEqual(['progress', 'refused']);
  });

  it('waits for the end of an event', () => {
    const reader = new EventReader();

    expect(reader.take('event: progress\ndata: 1\n')).toEqual([]);
    expect(reader.take('\n')).toEqual([{ name: 'progress', body: '1' }]);
  });
});
