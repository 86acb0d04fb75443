import { randomInt } from 'node:crypto';

/** Without the letters and digits that are mistaken for each other on paper. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const GROUPS = 4;
const CHARACTERS_OF_A_GROUP = 5;

/** A hundred bits of chance, in groups that can be typed from paper: nobody guesses a licence. */
export const newVerificationCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: CHARACTERS_OF_A_GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join(
      '',
    ),
  ).join('-');
