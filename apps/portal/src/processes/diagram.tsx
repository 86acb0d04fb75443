import { useMemo } from 'react';
import { layoutOf, type ReturnDrawn, type StageDrawn } from './diagram-layout.js';
import { useProcessWords } from './process-words.js';

interface Props {
  readonly stages: readonly (StageDrawn & { readonly kind: string })[];
  readonly returns: readonly ReturnDrawn[];
}

/** A process drawn; the list of its stages says the same to whoever does not see it. */
export function Diagram({ stages, returns }: Props) {
  const { diagram } = useProcessWords();
  const drawn = useMemo(() => layoutOf(stages, returns), [stages, returns]);
  const decides = new Set(stages.filter(({ kind }) => kind === 'decision').map(({ code }) => code));
  if (stages.length === 0) return null;
  return (
    <div className="diagram">
      <svg
        role="img"
        aria-label={diagram}
        lang="zh-CN"
        width={drawn.width}
        height={drawn.height}
        viewBox={`0 0 ${String(drawn.width)} ${String(drawn.height)}`}
      >
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8z" />
          </marker>
        </defs>
        {drawn.lines.map((path, at) => (
          <path key={at} className="diagram-line" d={path} markerEnd="url(#arrow)" />
        ))}
        {drawn.returns.map((path, at) => (
          <path key={at} className="diagram-return" d={path} markerEnd="url(#arrow)" />
        ))}
        {drawn.boxes.map(({ code, name, note, x, y, width, height }, at) => (
          <g key={at}>
            <rect
              className={decides.has(code) ? 'diagram-box diagram-decides' : 'diagram-box'}
              x={x - width / 2}
              y={y - height / 2}
              width={width}
              height={height}
              rx={8}
            />
            <text className="diagram-name" x={x} y={y - 4}>
              {name}
            </text>
            <text className="diagram-note" x={x} y={y + 17}>
              {note}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
