import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { authorised } from '../api/client.js';
import { EventReader, type StreamEvent } from './event-stream.js';
import type { Asked } from './matter.js';
import { matterKey } from './progress-queries.js';

/** `live`: changes come by themselves. `waiting`: the line is being opened or came down. `off`: it is not offered. */
export type LiveState = 'live' | 'waiting' | 'off';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Looks at the matter anew whenever the gateway says that it has changed. */
export function useLive(asked: Asked): LiveState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('waiting');
  const { number, code } = asked;
  useEffect(() => {
    const leaving = new AbortController();
    const refresh = () => void queries.invalidateQueries({ queryKey: matterKey({ number, code }) });
    void follow({ number, code }, { signal: leaving.signal, onState: setState, onChange: refresh });
    return () => leaving.abort();
  }, [queries, number, code]);
  return state;
}

interface Following {
  readonly signal: AbortSignal;
  readonly onState: (state: LiveState) => void;
  readonly onChange: () => void;
}

/** Opens the stream again and again, with growing pauses, until the page is left or it is refused. */
async function follow(asked: Asked, { signal, onState, onChange }: Following): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  for (;;) {
    const isOver = await readStream(asked, signal, (event) => {
      if (event.name !== 'progress') return;
      pause = FIRST_PAUSE_MS;
      onState('live');
      onChange();
    });
    if (signal.aborted) return;
    if (isOver) return onState('off');
    onState('waiting');
    await pauseFor(pause, signal);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** Resolves when the stream has ended, with whether it is refused for good. */
async function readStream(
  { number, code }: Asked,
  signal: AbortSignal,
  tell: (event: StreamEvent) => void,
): Promise<boolean> {
  try {
    const response = await fetch(
      authorised(
        new Request('/api/progress/events', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ number, ...(code !== undefined && { code }) }),
          signal,
        }),
      ),
    );
    if (!response.ok || response.body === null)
      return response.status < 500 && response.status !== 429;
    const reader = new EventReader();
    const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
      const events = reader.take(piece.value);
      events.forEach(tell);
      if (events.some(({ name }) => name === 'refused')) return true;
    }
    return false;
  } catch {
    return false;
  }
}

const pauseFor = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
