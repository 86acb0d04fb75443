import {
  anOpenTrack,
  aReviewedTrack,
  decider,
  GRANT,
  means,
  on,
  rulesOf,
  tracks,
} from '../../../test/fixtures.js';
import { decide } from './decision.js';
import { explainDelay } from './delay.js';
import { isEnded, trackLifecycle } from './track-lifecycle.js';

const promisedTerm = { unit: 'working-day', days: 10, source: '办事指南' } as const;
const LATE = on('2026-11-17');
const REASON = '两个部门须会同核查';

const granted = (request: object, at = LATE, track = aReviewedTrack({ promisedTerm })) =>
  decide(track, { ...GRANT, ...request }, decider, at, means);

describe('A promised term that was not kept', () => {
  it('is explained in public, and anew while the matter drags on', () => {
    const once = explainDelay(anOpenTrack({ promisedTerm }), REASON, decider, LATE);
    const twice = explainDelay(once.state, '仍待核查', decider, on('2026-11-20'));

    expect(once.events).toEqual([
      {
        type: 'delay-explained',
        delay: { reason: REASON, givenAt: LATE, givenBy: decider.name },
      },
    ]);
    expect(twice.state.delay).toMatchObject({ reason: '仍待核查' });
  });

  it('has nothing to be explained before it is over, or without a word', () => {
    const early = () => explainDelay(anOpenTrack({ promisedTerm }), ' ', decider, on('2026-11-16'));

    expect(rulesOf(early)).toEqual(['promise-is-over', 'delay-reason-given']);
    expect(rulesOf(() => explainDelay(anOpenTrack(), REASON, decider, LATE))).toEqual([
      'promise-is-over',
    ]);
  });

  it.each(trackLifecycle.states.filter(isEnded))(
    'is past explaining once the track is %s',
    (status) => {
      expect(() => explainDelay(tracks[status](), REASON, decider, LATE)).toThrow(
        'action-not-allowed-in-state',
      );
    },
  );

  it('keeps a decision back until the reason is given, at the latest with it', () => {
    expect(rulesOf(() => granted({}))).toEqual(['delay-reason-given']);
    expect(rulesOf(() => granted({ delayReason: ' ' }))).toEqual(['delay-reason-given']);
    const { state, events } = granted({ delayReason: REASON });

    expect(events.map(({ type }) => type)).toEqual(['delay-explained', 'track-decided']);
    expect(state.delay).toMatchObject({ reason: REASON });
  });

  it('asks for nothing more where the reason was given before', () => {
    const track = aReviewedTrack({ promisedTerm });
    const { state } = explainDelay(track, REASON, decider, LATE);

    expect(granted({}, LATE, state).events.map(({ type }) => type)).toEqual(['track-decided']);
  });

  it('asks for nothing on its last day', () => {
    const { state } = granted({ delayReason: REASON }, on('2026-11-16', '23:59'));

    expect(state).not.toHaveProperty('delay');
    expect(state.clock.at(-1)).toMatchObject({ type: 'met' });
  });
});
