/** Keeps both ends of a text; whatever is too short to hide anything is hidden whole. */
export function maskMiddle(text: string, start: number, end: number): string {
  const characters = Array.from(text);
  const hidden = characters.length - start - end;
  if (hidden < Math.max(start, end)) return '*'.repeat(characters.length);
  return [
    ...characters.slice(0, start),
    '*'.repeat(hidden),
    ...characters.slice(characters.length - end),
  ].join('');
}

/** `3715**********0019`: enough to recognise one's own number, too little to use another's. */
export const maskIdentityNumber = (number: string): string => maskMiddle(number.trim(), 4, 4);

/** `138****0019`. */
export const maskPhone = (phone: string): string => maskMiddle(phone.trim(), 3, 4);

/** Keeps the first character: 王** for 王小明. */
export function maskPersonName(name: string): string {
  const [first = '', ...rest] = Array.from(name.trim());
  return rest.length === 0 ? '*'.repeat(first.length) : first + '*'.repeat(rest.length);
}
