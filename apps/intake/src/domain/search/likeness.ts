import type { Wording } from './asking.js';
import { runsOf, triplesOf, type Run } from './grams.js';
import { FIELD_WEIGHTS, type FieldText } from './searched-item.js';
import { softLetters } from './spoken-text.js';

/** Why an item was found. */
export interface Match {
  readonly field: FieldText['field'];
  readonly text: string;
  readonly by: 'words' | 'synonym' | 'pinyin' | 'initials' | 'similar';
  /** The everyday word, where a synonym led to it. */
  readonly synonym?: string;
}

export interface Likeness {
  /** 0 for nothing in common; above 1 only where the whole text stands in the item. */
  readonly score: number;
  readonly match: Match;
}

/** How much it says that an item has a pair of characters, the rarer the more. */
export type Rarity = (sound: string, next: string | undefined) => number;

/** How well an item answers one of the wordings, whichever answers best. Undefined where it has nothing of any. */
export function likenessOf(
  wordings: readonly Wording[],
  fields: readonly FieldText[],
  rarity: Rarity,
): Likeness | undefined {
  let best: Likeness | undefined;
  for (const wording of wordings) {
    const found = likeWording(wording, fields, rarity);
    if (found !== undefined && found.score > (best?.score ?? 0)) best = found;
  }
  return best;
}

function likeWording(
  wording: Wording,
  fields: readonly FieldText[],
  rarity: Rarity,
): Likeness | undefined {
  const parts = runsOf(wording.characters).flatMap((run) =>
    run.isLetters ? [lettersPart(wording, run)] : pairsOf(wording, run, rarity),
  );
  let [got, all] = [0, 0];
  const share = fields.map(() => 0);
  for (const part of parts) {
    let most = 0;
    fields.forEach((field, at) => {
      const value = part.in(field) * FIELD_WEIGHTS[field.field];
      share[at] = (share[at] ?? 0) + value * part.weight;
      most = Math.max(most, value);
    });
    got += most * part.weight;
    all += part.weight;
  }
  if (got === 0) return undefined;
  const at = share.indexOf(Math.max(...share));
  const field = fields[at];
  if (field === undefined) return undefined;
  const whole = Math.max(...fields.map((each) => wholeIn(wording, each)));
  const score = (got / all + whole) * wording.trust;
  return { score, match: { field: field.field, text: field.text, ...reason(wording, field) } };
}

interface Part {
  readonly weight: number;
  /** How much of it a field has, 0 to 1. */
  in(field: FieldText): number;
}

/** Two characters in a row, as written, by sound, close to one another, or one of them. */
function pairsOf(wording: Wording, { from, to }: Run, rarity: Rarity): readonly Part[] {
  if (to - from === 1) {
    const [character = '', sound = ''] = [wording.characters[from], wording.sounds[from]];
    return [{ weight: rarity(sound, undefined), in: (field) => oneIn(field, character, sound) }];
  }
  return Array.from({ length: to - from - 1 }, (_, offset) => {
    const at = from + offset;
    const [one = '', two = ''] = wording.characters.slice(at, at + 2);
    const [sound = '', next = ''] = wording.sounds.slice(at, at + 2);
    return {
      weight: rarity(sound, next),
      in: (field: FieldText) => {
        if (hasInRow(field.characters, one, two)) return 1;
        if (hasInRow(field.sounds, sound, next)) return 0.8;
        if (standNear(field.characters, one, two)) return 0.6;
        if (standNear(field.sounds, sound, next)) return 0.45;
        return 0.12 * (oneIn(field, one, sound) + oneIn(field, two, next));
      },
    };
  });
}

const oneIn = (field: FieldText, character: string, sound: string): number =>
  field.characters.includes(character) ? 1 : field.sounds.includes(sound) ? 0.7 : 0;

const hasInRow = (list: readonly string[], one: string, two: string): boolean =>
  list.some((each, at) => each === one && list[at + 1] === two);

/** A character left out between them, or both in the wrong order. */
const standNear = (list: readonly string[], one: string, two: string): boolean =>
  list.some(
    (each, at) =>
      each === one && (list[at + 2] === two || list[at - 1] === two || list[at - 2] === two),
  );

/** Letters are pinyin, with or without a slip, or initials. */
function lettersPart(wording: Wording, { from, to }: Run): Part {
  const typed = wording.characters.slice(from, to).join('');
  return {
    weight: Math.max(1, typed.length / 3),
    in: (field) => Math.max(byPinyin(typed, field), byInitials(typed, field)),
  };
}

function byPinyin(typed: string, { letters, characters }: FieldText): number {
  const soft = softLetters(typed);
  if (characters.join('').includes(typed)) return 1;
  if (soft.length < 2) return 0;
  if (letters.includes(soft)) return letters.startsWith(soft) ? 1 : 0.95;
  const triples = triplesOf(soft);
  return (0.9 * triples.filter((each) => letters.includes(each)).length) / triples.length;
}

function byInitials(typed: string, { initials }: FieldText): number {
  if (typed.length < 2) return 0;
  if (initials.includes(typed)) return initials.startsWith(typed) ? 1 : 0.9;
  if (typed.length < 4) return 0;
  const triples = triplesOf(typed);
  return (0.7 * triples.filter((each) => initials.includes(each)).length) / triples.length;
}

/** What stands in the item as a whole counts more, the more of its text it is. */
function wholeIn({ characters }: Wording, { field, ...text }: FieldText): number {
  const typed = characters.join('');
  const written = text.characters.join('');
  const share = Math.min(1, characters.length / text.characters.length);
  if (!written.includes(typed)) return 0.05 * share * FIELD_WEIGHTS[field];
  return (0.15 + 0.25 * share + (written.startsWith(typed) ? 0.05 : 0)) * FIELD_WEIGHTS[field];
}

function reason({ synonym, characters }: Wording, field: FieldText): Pick<Match, 'by' | 'synonym'> {
  if (synonym !== undefined) return { by: 'synonym', synonym };
  const typed = characters.join('');
  if (field.characters.join('').includes(typed)) return { by: 'words' };
  if (/^[a-z0-9]+$/.test(typed))
    return { by: byInitials(typed, field) > byPinyin(typed, field) ? 'initials' : 'pinyin' };
  return { by: 'similar' };
}
