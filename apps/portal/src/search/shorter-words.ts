const MOST = 4;
const LENGTH = 2;
const HAN = /\p{Script=Han}/u;

/** Pieces of a question that found nothing, which may find something by themselves: 烧烤摊备案 gives 烧烤 and 备案. */
export function shorterWords(text: string): readonly string[] {
  const pieces = text.split(/[\s,，、。;；/]+/u).filter((piece) => piece !== '');
  const words = pieces.flatMap((piece) => halvesOf([...piece]));
  return [...new Set(words)].filter((word) => word !== text).slice(0, MOST);
}

/** Both ends: in Chinese what it is about stands first, and what is to be done last. */
function halvesOf(letters: readonly string[]): readonly string[] {
  if (letters.length <= LENGTH || !letters.every((letter) => HAN.test(letter)))
    return [letters.join('')];
  return [letters.slice(0, LENGTH).join(''), letters.slice(-LENGTH).join('')];
}
