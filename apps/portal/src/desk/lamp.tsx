import { useLanguage } from '../language/language.js';
import { useDeskWords } from './desk-words.js';

type Lit = 'blue' | 'yellow' | 'red';

/** Signs of their own, so that nobody has to tell colours apart. */
const SIGNS: Readonly<Record<Lit, string>> = { blue: '◔', yellow: '◑', red: '●' };

interface Props {
  readonly lamp: Lit | undefined;
  readonly say: (lamp: string) => string;
}

/** The lamp of a clock, in words, by a sign and in its colour. */
export function Lamp({ lamp, say }: Props) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  const name = lamp === undefined ? desk.notLit : words.progress.lamps[lamp];
  return (
    <span className={`lamp lamp-${lamp ?? 'none'}`}>
      <span aria-hidden="true">{lamp === undefined ? '○' : SIGNS[lamp]} </span>
      <span aria-hidden="true">{name}</span>
      <span className="unseen">{say(name)}</span>
    </span>
  );
}
