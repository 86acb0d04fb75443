import { Original } from '../language/original.js';
import { matchedParts } from './matched-parts.js';

/** A published name with what was asked for marked in it. */
export const Highlighted = ({ name, asked }: { readonly name: string; readonly asked: string }) => (
  <Original>
    {matchedParts(name, asked).map(({ text, isMatch }, at) =>
      isMatch ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
    )}
  </Original>
);
