import { eventually } from '@onewindow/testing';
import { LiveNudges } from './live-nudges.js';

describe('Nudges about what has changed', () => {
  it('are sent once for a burst of changes, for each case', async () => {
    const sent: string[] = [];
    const nudges = new LiveNudges((correlation) => sent.push(correlation));
    for (let change = 0; change < 10; change += 1) nudges.about(['one', 'other']);
    expect(sent).toEqual([]);

    await eventually(() => expect(sent.toSorted()).toEqual(['one', 'other']));
    nudges.about(['one']);
    await eventually(() => expect(sent.toSorted()).toEqual(['one', 'one', 'other']));
  });

  it('are forgotten when the service stops', async () => {
    const sent: string[] = [];
    const stopped = new LiveNudges((correlation) => sent.push(`${correlation}, stopped`));
    const running = new LiveNudges((correlation) => sent.push(correlation));
    stopped.about(['one']);
    running.about(['one']);
    stopped.stop();

    await eventually(() => expect(sent).toEqual(['one']));
  });
});
