import type { ReactNode } from 'react';

/** What is said of something, under its name. */
export type Fact = readonly [name: string, said: ReactNode];

/** Facts one below the other. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="facts">
    {facts.map(([name, said]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{said}</dd>
      </div>
    ))}
  </dl>
);
