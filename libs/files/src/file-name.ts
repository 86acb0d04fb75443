const MAX_LENGTH = 200;

/** A name as people may see it: without folders, control and direction characters, at most 200 characters. */
export function displayFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const characters = Array.from(
    last
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim(),
  );
  const shown = characters.length <= MAX_LENGTH ? characters : shortened(characters);
  const text = shown.join('');
  return /^\.*$/.test(text) ? 'file' : text;
}

/** In small letters and without the dot; empty when there is none. */
export const extensionOf = (name: string): string =>
  (/\.([^./\\]{1,10})$/.exec(name.trim())?.[1] ?? '').toLowerCase();

function shortened(characters: readonly string[]): string[] {
  const extension = extensionOf(characters.join(''));
  const end = extension === '' ? [] : Array.from(`.${extension}`);
  return [...characters.slice(0, MAX_LENGTH - end.length), ...end];
}
