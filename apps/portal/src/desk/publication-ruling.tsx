import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { useDeskWords } from './desk-words.js';

interface Props {
  readonly withheld: readonly {
    readonly kind: string;
    readonly parts: readonly string[];
    /** Not told to whoever applied. */
    readonly reason?: string;
  }[];
  readonly disclosed: readonly {
    readonly ground: string;
    readonly parts: readonly string[];
    readonly reason: string;
  }[];
}

/** What one ruling keeps from the public, and what it publishes although the applicant wants it kept. */
export function PublicationRuling({ withheld, disclosed }: Props) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  const named = (kinds: readonly string[]) =>
    kinds.map((kind) => desk.kinds[kind]).join(words.separator);
  return (
    <>
      {withheld.length === 0 && <p>{desk.nothingWithheld}</p>}
      {withheld.map(({ kind, parts, reason }) => (
        <p key={[kind, ...parts, reason].join(' ')}>
          {words.labelled(desk.withheld)}
          {named([kind, ...parts])} {reason !== undefined && <Original>{reason}</Original>}
        </p>
      ))}
      {disclosed.map(({ ground, parts, reason }) => (
        <p key={[ground, ...parts, reason].join(' ')}>
          {words.labelled(desk.publishedAllTheSame)}
          {named([...parts, ground])} <Original>{reason}</Original>
        </p>
      ))}
    </>
  );
}
