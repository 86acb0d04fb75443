import { explainDraw, type DrawStepTold } from '@onewindow/draw';
import { useEffect, useMemo, useRef } from 'react';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { drawnAgency } from './drawn-agency.js';

interface Props {
  readonly document: unknown;
  /** Hashes that were published with the project, where there is one. */
  readonly published?: { readonly notice?: string | undefined; readonly list?: string | undefined };
}

/** The verification step by step, computed here and now. */
export function Recomputed({ document, published }: Props) {
  const { words } = useLanguage();
  const { draw } = words;
  const { notice, list } = published ?? {};
  const steps = useMemo(
    () => explainDraw(document, { ...(notice && { notice }), ...(list && { list }) }),
    [document, notice, list],
  );
  const faults = steps.flatMap((step) => step.faults);
  const isRight = faults.length === 0;
  // Only a file that holds has a winner, and only of such a file the shape is known.
  const drawn = isRight ? drawnAgency(document) : undefined;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [document]);
  return (
    <section className="recomputed" aria-labelledby="draw-verdict">
      <div className={`sheet verdict verdict-${isRight ? 'valid' : 'wrong'}`}>
        <h2 id="draw-verdict" ref={heading} tabIndex={-1}>
          <span className="verdict-sign" aria-hidden="true">
            {isRight ? '✓' : '✗'}
          </span>
          {isRight ? draw.right : draw.wrong(faults.length)}
        </h2>
        <p>{isRight ? draw.rightText : draw.wrongText}</p>
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
