import { DRAW_FORMAT, type DrawFile } from './draw-file.js';
import { faultAt, type DrawFault } from './faults.js';
import { PUBLIC_VALUE_FORMS } from './public-value.js';
import {
  creditCode,
  fields,
  hash,
  instant,
  isObject,
  listOf,
  oneOf,
  place,
  text,
  type Shape,
} from './shape.js';

const MOST_AGENCIES = 10_000;
const NUMBER = text(100);
const NAME = text(300);
const SENTENCE = text(1000);

export const seedShape: Shape = hash;

const agency = { creditCode, name: NAME };

export const noticeShape = fields({
  project: NUMBER,
  title: NAME,
  publishedAt: instant,
  closesAt: instant,
  seedCommitment: hash,
  publicValue: fields({
    publication: NAME,
    issue: NUMBER,
    quantity: NAME,
    form: oneOf(Object.keys(PUBLIC_VALUE_FORMS)),
    appearsAt: instant,
    where: NAME,
  }),
  hash,
});

export const listShape = fields({
  frozenAt: instant,
  entries: listOf(fields(agency), MOST_AGENCIES),
  excluded: listOf(
    fields({
      ...agency,
      reasons: listOf(fields({ rule: NUMBER, zh: SENTENCE, en: SENTENCE }), 100),
    }),
    MOST_AGENCIES,
  ),
  hash,
});

const recordShapes = {
  notice: noticeShape,
  list: listShape,
  seed: seedShape,
  publicValue: readPublicValue,
  drawnAt: instant,
} satisfies Record<string, Shape>;

/** What goes into a draw. */
export const recordShape = fields(recordShapes);

/** The document as a draw file, or everything that is wrong with its shape. */
export function readDrawFile(document: unknown): DrawFile | readonly DrawFault[] {
  if (!isObject(document)) return [faultAt('', 'not-a-draw-file')];
  if (document['format'] !== DRAW_FORMAT) return [faultAt('format', 'format-unknown')];
  const faults = fields({
    format: () => [],
    ...recordShapes,
    key: hash,
    ranking: listOf(fields({ place, creditCode, score: hash }), MOST_AGENCIES),
    hash,
  })(document, '');
  return faults.length > 0 ? faults : (document as unknown as DrawFile);
}

function readPublicValue(found: unknown, path: string): DrawFault[] {
  const isMissing = isObject(found)
    ? [undefined, null, ''].some((nothing) => found['value'] === nothing)
    : found === null;
  if (isMissing) return [faultAt(`${path}.value`, 'public-value-missing')];
  return fields({ publication: NAME, issue: NUMBER, value: text(300), readAt: instant })(
    found,
    path,
  );
}
