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

/** Tells how well an item answers one of the wordings, whichever answers best; undefined where it has nothing of any. */
export type LikenessTo = (fields: readonly FieldText[]) => Likeness | undefined;

/** What was typed is taken apart once, and then held against many items. */
export function likenessTo(wordings: readonly Wording[], rarity: Rarity): LikenessTo {
  const asked = wordings.map((wording) => takenApart(wording, rarity));
  return (fields) => {
    const written = fields.map((field) => ({ field, whole: field.characters.join('') }));
    let [best, score]: [(Best & { readonly wording: Wording }) | undefined, number] = [
      undefined,
      0,
    ];
    for (const each of asked) {
      const found = answers(each, written);
      if (found === undefined || found.score <= score) continue;
      best = { ...found, wording: each.wording };
      score = found.score;
    }
    if (best === undefined) return undefined;
    const { wording, field } = best;
    return { score, match: { field: field.field, text: field.text, ...reason(wording, field) } };
  };
}

interface Asked {
  readonly wording: Wording;
  readonly typed: string;
  readonly parts: readonly Part[];
}

interface Written {
  readonly field: FieldText;
  /** Its characters in a row. */
  readonly whole: string;
}

interface Best {
  readonly score: number;
  readonly field: FieldText;
}

const takenApart = (wording: Wording, rarity: Rarity): Asked => ({
  wording,
  typed: wording.characters.join(''),
  parts: runsOf(wording.characters).flatMap((run) =>
    run.isLetters ? [lettersPart(wording, run)] : pairsOf(wording, run, rarity),
  ),
});

function answers({ wording, typed, parts }: Asked, written: readonly Written[]): Best | undefined {
  let [got, all] = [0, 0];
  const share = written.map(() => 0);
  for (const part of parts) {
    let most = 0;
    written.forEach(({ field, whole }, at) => {
      const value = part.in(field, whole) * FIELD_WEIGHTS[field.field];
      share[at] = (share[at] ?? 0) + value * part.weight;
      most = Math.max(most, value);
    });
    got += most * part.weight;
    all += part.weight;
  }
  const field = written[share.indexOf(Math.max(...share))]?.field;
  if (got === 0 || field === undefined) return undefined;
  const whole = Math.max(...written.map((each) => wholeIn(wording, typed, each)));
  return { score: (got / all + whole) * wording.trust, field };
}

interface Part {
  readonly weight: number;
  /** How much of it a field has, 0 to 1; its characters in a row are handed over beside it. */
  in(field: FieldText, whole: string): number;
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
  const letters = lettersOf(wording.characters.slice(from, to).join(''));
  return {
    weight: Math.max(1, letters.typed.length / 3),
    in: (field, whole) => Math.max(byPinyin(letters, field, whole), byInitials(letters, field)),
  };
}

interface Letters {
  readonly typed: string;
  readonly soft: string;
  readonly triples: readonly string[];
  readonly softTriples: readonly string[];
}

function lettersOf(typed: string): Letters {
  const soft = softLetters(typed);
  return { typed, soft, triples: triplesOf(typed), softTriples: triplesOf(soft) };
}

function byPinyin({ typed, soft, softTriples }: Letters, { letters }: FieldText, whole: string) {
  if (whole.includes(typed)) return 1;
  if (soft.length < 2) return 0;
  if (letters.includes(soft)) return letters.startsWith(soft) ? 1 : 0.95;
  return 0.9 * shareIn(letters, softTriples);
}

function byInitials({ typed, triples }: Letters, { initials }: FieldText): number {
  if (typed.length < 2) return 0;
  if (initials.includes(typed)) return initials.startsWith(typed) ? 1 : 0.9;
  return typed.length < 4 ? 0 : 0.7 * shareIn(initials, triples);
}

const shareIn = (text: string, pieces: readonly string[]): number =>
  pieces.filter((each) => text.includes(each)).length / pieces.length;

/** What stands in the item as a whole counts more, the more of its text it is. */
function wholeIn({ characters }: Wording, typed: string, { field, whole }: Written): number {
  const share = Math.min(1, characters.length / field.characters.length);
  const weight = FIELD_WEIGHTS[field.field];
  if (!whole.includes(typed)) return 0.05 * share * weight;
  return (0.15 + 0.25 * share + (whole.startsWith(typed) ? 0.05 : 0)) * weight;
}

function reason({ synonym, characters }: Wording, field: FieldText): Pick<Match, 'by' | 'synonym'> {
  if (synonym !== undefined) return { by: 'synonym', synonym };
  const typed = characters.join('');
  const whole = field.characters.join('');
  if (whole.includes(typed)) return { by: 'words' };
  if (!/^[a-z0-9]+$/.test(typed)) return { by: 'similar' };
  const letters = lettersOf(typed);
  const isShort = byInitials(letters, field) > byPinyin(letters, field, whole);
  return { by: isShort ? 'initials' : 'pinyin' };
}
