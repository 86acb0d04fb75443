import { recall, remember } from './memory.js';
import { COMFORTABLE, LARGE, type Appearance } from './theme.js';

const KEY = 'onewindow.appearance';

export const rememberedAppearance = (): Appearance =>
  recall(KEY, [COMFORTABLE, LARGE]) ?? COMFORTABLE;

export const rememberAppearance = (appearance: Appearance): void => remember(KEY, appearance);

/** What the style sheets go by. */
export function showIn(appearance: Appearance): void {
  document.documentElement.dataset['appearance'] = appearance;
}
