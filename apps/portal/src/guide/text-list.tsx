import type { ReactNode } from 'react';
import { Original } from '../language/original.js';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly texts: readonly string[];
  readonly numbered?: boolean;
  readonly children?: ReactNode;
}

/** A part of the guide that is a list of published sentences. */
export function TextList({ id, title, texts, numbered = false, children }: Props) {
  const List = numbered ? 'ol' : 'ul';
  return (
    <section id={id} className="sheet" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <List className="texts">
        {texts.map((text) => (
          <li key={text}>
            <Original>{text}</Original>
          </li>
        ))}
      </List>
      {children}
    </section>
  );
}
