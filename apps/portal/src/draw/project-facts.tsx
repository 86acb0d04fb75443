import type { ReactNode } from 'react';
import type { FindProjectReply } from '../api/replies.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';

/** What the draw was about, who took part and where it stands. */
export function ProjectFacts({ project }: { readonly project: FindProjectReply }) {
  const { language, words } = useLanguage();
  const { draw } = words;
  const { service, owner, status, notice, list, funds } = project;
  return (
    <section className="sheet" aria-labelledby="project-title">
      <h2 id="project-title">
        <Original>{project.title}</Original>
      </h2>
      <dl className="facts">
        <Fact name={draw.status}>{draw.statuses[status]}</Fact>
        <Fact name={draw.service}>
          <Original>{service.name}</Original>
        </Fact>
        <Fact name={draw.owner}>
          <Original>{owner.name}</Original>
        </Fact>
        <Fact name={draw.funds}>{draw.fundsOf[funds]}</Fact>
        <Fact name={draw.closesAt}>{instantText(notice.closesAt, language)}</Fact>
        {list !== undefined && (
          <Fact name={draw.tookPart(list.entries.length)}>
            <Original>{list.entries.map(({ name }) => name).join('、')}</Original>
          </Fact>
        )}
      </dl>
    </section>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
