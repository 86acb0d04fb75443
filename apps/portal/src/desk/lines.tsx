import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';

interface Props {
  readonly texts: readonly string[];
  readonly title?: string;
}

/** Texts of officers one below the other; nothing where there are none. */
export function Lines({ texts, title }: Props) {
  const { words } = useLanguage();
  if (texts.length === 0) return null;
  return (
    <>
      {title !== undefined && <p className="lines-title">{words.labelled(title)}</p>}
      <ul className="texts">
        {texts.map((text) => (
          <li key={text}>
            <Original>{text}</Original>
          </li>
        ))}
      </ul>
    </>
  );
}
