export interface Part {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A single letter or sign says nothing of why something was found; a single Han character does where it is all that was asked. */
const SHORTEST = 2;

/**
 * Splits a name into what of it was asked for and what was not, to be marked. Chinese has no spaces, so every stretch of the
 * question counts that stands in the name: `办饭店食品证` marks 食品 in 食品经营许可.
 */
export function matchedParts(name: string, asked: string): readonly Part[] {
  const marked = marksIn(name.toLowerCase(), asked.toLowerCase().replace(/\s+/gu, ' ').trim());
  const parts: Part[] = [];
  [...name].forEach((letter, at) => {
    const isMatch = marked[at] ?? false;
    const last = parts.at(-1);
    if (last?.isMatch === isMatch) parts[parts.length - 1] = { text: last.text + letter, isMatch };
    else parts.push({ text: letter, isMatch });
  });
  return parts;
}

function marksIn(name: string, asked: string): readonly boolean[] {
  const [letters, wanted] = [[...name], [...asked]];
  const marked = letters.map(() => false);
  const shortest = Math.min(SHORTEST, wanted.length);
  if (shortest === 0) return marked;
  for (let start = 0; start < letters.length; start += 1) {
    const length = longestAt(letters, start, asked);
    if (length >= shortest) marked.fill(true, start, start + length);
  }
  return marked;
}

/** How many letters from there on stand together in the question. */
function longestAt(letters: readonly string[], start: number, asked: string): number {
  let length = 0;
  while (
    start + length < letters.length &&
    asked.includes(letters.slice(start, start + length + 1).join(''))
  )
    length += 1;
  return length;
}
