import { rememberedAppearance, showIn } from './appearance/remembered-appearance.js';
import type { EarlyFetches } from './early/early-fetches.js';
import { fetchEarly } from './early/fetch-early.js';
import { startAgainWhenLost } from './early/start-again.js';
import { rememberedLanguage, speakIn } from './language/remembered-language.js';

/*
 * A script of its own, which the document waits for before it has any style: type and language stand at the top element before
 * the first style is computed. Set later, even before anything is drawn, browsers have drawn a first frame in the usual size.
 */
startAgainWhenLost();
showIn(rememberedAppearance());
speakIn(rememberedLanguage());

// The build writes into the tag of this script what each page needs: apps/portal/build/before-paint.ts.
fetchEarly(JSON.parse(document.currentScript?.dataset['fetches'] ?? '[]') as EarlyFetches);
