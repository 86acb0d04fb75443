const KEY = 'onewindow.lost-starts';
const MOST = 2;
const PAUSE_MS = 800;

/**
 * Opens the page anew when a script or style of it did not arrive, as on a phone between two networks: without its script a
 * page is white. After two times in a row it says so instead. Listens while elements fail, because their errors do not bubble.
 */
export function startAgainWhenLost(): void {
  addEventListener('error', ({ target }) => isNeeded(target) && startAgain(), true);
}

/** The pages run: what was lost before does not count any more. */
export function startedWell(): void {
  forget();
}

function isNeeded(target: EventTarget | null): boolean {
  if (target instanceof HTMLScriptElement) return true;
  return target instanceof HTMLLinkElement && target.rel === 'stylesheet';
}

function startAgain(): void {
  const before = lostStarts();
  if (before >= MOST) {
    forget();
    sayThatItIsIncomplete();
    return;
  }
  remember(before + 1);
  setTimeout(() => location.reload(), PAUSE_MS * (before + 1));
}

/** In both languages: the catalogues are among what did not arrive. */
function sayThatItIsIncomplete(): void {
  const text = document.createElement('p');
  text.role = 'alert';
  text.textContent =
    '页面没有加载完整，请检查网络后刷新。 The page did not arrive whole: check the line and load it again.';
  document.body.append(text);
}

function lostStarts(): number {
  try {
    return Number(sessionStorage.getItem(KEY) ?? 0);
  } catch {
    return MOST;
  }
}

function remember(count: number): void {
  sessionStorage.setItem(KEY, String(count));
}

function forget(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
