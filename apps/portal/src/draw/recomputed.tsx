import { explainDraw, type DrawStepTold } from '@onewindow/draw';
import { useEffect, useMemo, useRef } from 'react';
import type { FindProjectReply } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { announcedDifferently } from './announced-differently.js';
import { drawnAgency } from './drawn-agency.js';

interface Props {
  readonly document: unknown;
  /** What the market publishes of the project, where the draw is that of one. */
  readonly project?: FindProjectReply;
}

/** The verification step by step, computed here and now. */
export function Recomputed({ document, project }: Props) {
  const { words } = useLanguage();
  const { draw } = words;
  const [notice, list] = [project?.notice.hash, project?.list?.hash];
  const steps = useMemo(
    () => explainDraw(document, { ...(notice && { notice }), ...(list && { list }) }),
    [document, notice, list],
  );
  const faults = steps.flatMap((step) => step.faults);
  const holds = faults.length === 0;
  // Only a file that holds has a winner, and only of such a file the shape is known.
  const drawn = holds ? drawnAgency(document) : undefined;
  const differences =
    holds && project !== undefined ? announcedDifferently(project, document as object) : [];
  const isRight = holds && differences.length === 0;
  const heading = useRef<HTMLHeadingElement>(null);
  const wasAskedFor = project === undefined;
  // Whoever chose a file is led to what came of it; whoever opened the page of a project begins at its top.
  useEffect(() => {
    if (wasAskedFor) heading.current?.focus();
  }, [document, wasAskedFor]);
  return (
    <section className="recomputed" aria-labelledby="draw-verdict">
      <div className={`sheet verdict verdict-${isRight ? 'valid' : 'wrong'}`}>
        <h2 id="draw-verdict" ref={heading} tabIndex={-1}>
          <span className="verdict-sign" aria-hidden="true">
            {isRight ? '✓' : '✗'}
          </span>
          {isRight ? draw.right : draw.wrong(faults.length + differences.length)}
        </h2>
        <p>{isRight ? draw.rightText : draw.wrongText}</p>
        {differences.length > 0 && (
          <ul className="draw-faults">
            {differences.map((difference) => (
              <li key={difference}>{draw.differences[difference]}</li>
            ))}
          </ul>
        )}
        {drawn !== undefined && (
          <p className="drawn">
            {words.labelled(draw.drawn)}
            <strong>
              <Original>{drawn.name}</Original>
            </strong>{' '}
            <code>{drawn.creditCode}</code>
          </p>
        )}
        <p className="hint">{draw.here}</p>
      </div>
      <ol className="draw-steps">
        {steps.map((step) => (
          <Step key={step.step} step={step} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step: { title, lines, faults } }: { readonly step: DrawStepTold }) {
  const { language, words } = useLanguage();
  const wasTaken = lines.length > 0 || faults.length > 0;
  const state = faults.length > 0 ? 'wrong' : wasTaken ? 'right' : 'open';
  return (
    <li className={`sheet draw-step draw-step-${state}`}>
      <h3>
        <span className="draw-sign" aria-hidden="true">
          {{ right: '✓', wrong: '✗', open: '–' }[state]}
        </span>
        {title[language]}
        <span className="unseen">{` ${words.draw.states[state]}`}</span>
      </h3>
      {faults.length > 0 && (
        <ul className="draw-faults">
          {faults.map(({ fault, path, message }) => (
            <li key={`${fault} ${path}`}>
              {message[language]} {path !== '' && <code>{path}</code>}
            </li>
          ))}
        </ul>
      )}
      {lines.length > 0 && (
        <ul className="draw-lines">
          {lines.map((line) => (
            <li key={line.zh}>{line[language]}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
