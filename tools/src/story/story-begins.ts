import { instantOf } from '@onewindow/kernel';

/** Where the simulated clock of a platform stands before the story moves it. */
export const STORY_BEGINS = instantOf('2026-04-20T09:00:00+08:00');
