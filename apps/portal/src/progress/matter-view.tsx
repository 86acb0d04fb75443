import { Button } from 'antd';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { patiently } from '../frame/patiently.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { useSession } from '../session/use-session.js';
import { LiveSign } from './live-sign.js';
import type { Asked, Matter } from './matter.js';
import { Papers } from './papers.js';
import { Steps } from './steps.js';
import { Tracks } from './tracks.js';
import { useLive } from './use-live.js';
import { useNews } from './use-news.js';
import { Waiting } from './waiting.js';

// The forms of acts come only to those who may act.
const ConfidentialParts = lazy(() => patiently(() => import('../desk/confidential-parts.js')));

interface Props {
  readonly asked: Asked;
  readonly matter: Matter;
  readonly onLeave: () => void;
}

export function MatterView({ asked, matter, onLeave }: Props) {
  const { language, words } = useLanguage();
  const { progress } = words;
  const isApplicant = useSession()?.person.roles.includes('applicant') ?? false;
  const live = useLive(asked);
  useNews(matter);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [asked]);
  return (
    <div className="matter">
      <section className="sheet matter-head" aria-labelledby="matter-title">
        <div>
          <h2 id="matter-title" ref={heading} tabIndex={-1}>
            <Original>{matter.title}</Original>
          </h2>
          <p className={`state state-${matter.status}`}>{words.session.statuses[matter.status]}</p>
        </div>
        <dl className="facts">
          <div>
            <dt>{words.session.applicationNumber}</dt>
            <dd>{matter.applicationNumber}</dd>
          </div>
          {matter.caseNumber !== undefined && (
            <div>
              <dt>{words.session.caseNumber}</dt>
              <dd>{matter.caseNumber}</dd>
            </div>
          )}
          <div>
            <dt>{words.session.receivedAt}</dt>
            <dd>{instantText(matter.receivedAt, language)}</dd>
          </div>
        </dl>
        <div className="matter-tools unprinted">
          <LiveSign state={live} />
          <Button onClick={() => window.print()}>{progress.print}</Button>
          <Button onClick={onLeave}>{progress.another}</Button>
        </div>
      </section>
      <Waiting asked={asked} matter={matter} />
      {matter.tracks.length > 0 && <Tracks asked={asked} matter={matter} />}
      {matter.papers.length > 0 && <Papers papers={matter.papers} />}
      {isApplicant && (
        <Suspense fallback={null}>
          <ConfidentialParts applicationId={matter.applicationId} />
        </Suspense>
      )}
      <Steps steps={matter.steps} tracks={matter.tracks} />
    </div>
  );
}
