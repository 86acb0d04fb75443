import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre';

type Drawing = Graph<GraphLabel, NodeLabel, EdgeLabel>;

export interface StageDrawn {
  readonly code: string;
  readonly name: string;
  /** Below the name: who does it, in how many days. */
  readonly note: string;
  readonly after: readonly string[];
}

export interface ReturnDrawn {
  readonly from: string;
  readonly to: string;
}

export interface Box {
  readonly code: string;
  readonly name: string;
  readonly note: string;
  /** Of the middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  /** From stage to stage, as the data of an SVG path. */
  readonly lines: readonly string[];
  readonly returns: readonly string[];
}

const HEIGHT = 58;
const BETWEEN_RANKS = 44;
const BETWEEN_BOXES = 22;
const MARGIN = 6;
/** Each way back runs below the one before. */
const BETWEEN_RETURNS = 16;
const WIDE = 16;
const NARROW = 9;
const PADDING = 28;

/** Where the boxes and lines of a process stand, from left to right; definitions with faults in them are drawn as far as they go. */
export function layoutOf(stages: readonly StageDrawn[], returns: readonly ReturnDrawn[]): Layout {
  const graph: Drawing = new Graph<GraphLabel, NodeLabel, EdgeLabel>()
    .setGraph({
      rankdir: 'LR',
      ranksep: BETWEEN_RANKS,
      nodesep: BETWEEN_BOXES,
      marginx: MARGIN,
      marginy: MARGIN,
    })
    .setDefaultEdgeLabel(() => ({}));
  for (const { code, name, note } of stages)
    graph.setNode(code, { width: Math.max(widthOf(name), widthOf(note) * 0.85), height: HEIGHT });
  for (const { code, after } of stages)
    for (const before of after) if (graph.hasNode(before)) graph.setEdge(before, code);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const boxes = stages.map(({ code, name, note }) => ({ name, note, ...placeOf(graph, code) }));
  const lines = graph.edges().map((edge) => throughPoints(graph.edge(edge).points ?? []));
  const back = returns.flatMap(({ from, to }, at) =>
    graph.hasNode(from) && graph.hasNode(to)
      ? [wayBack(placeOf(graph, from), placeOf(graph, to), height + (at + 1) * BETWEEN_RETURNS)]
      : [],
  );
  const below = back.length === 0 ? 0 : (returns.length + 1) * BETWEEN_RETURNS;
  return { width, height: height + below, boxes, lines, returns: back };
}

type Place = Pick<Box, 'code' | 'x' | 'y' | 'width' | 'height'>;

function placeOf(graph: Drawing, code: string): Place {
  const { x = 0, y = 0, width, height } = graph.node(code);
  return { code, x, y, width, height };
}

/** Chinese characters are twice as wide as the others. */
const widthOf = (text: string): number =>
  PADDING +
  [...text].reduce((sum, each) => sum + ((each.codePointAt(0) ?? 0) > 0x2e7f ? WIDE : NARROW), 0);

const throughPoints = (points: readonly { readonly x: number; readonly y: number }[]): string =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`).join(' ');

function wayBack(from: Place, to: Place, below: number): string {
  const [start, end] = [from.y + from.height / 2, to.y + to.height / 2];
  return `M${rounded(from.x)} ${rounded(start)} V${rounded(below)} H${rounded(to.x)} V${rounded(end)}`;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
