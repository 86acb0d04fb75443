export type { Hash } from './digest.js';
export { DRAW_FORMAT, type DrawFile, type DrawToRecord } from './draw-file.js';
export {
  DRAW_FAULTS,
  DRAW_STEPS,
  type DrawFault,
  type DrawFaultName,
  type DrawStep,
} from './faults.js';
export type { DrawEntry, ExcludedEntry, ExclusionReason, FrozenList } from './list.js';
export { commitSeed, type DrawNotice, type NoticeTerms } from './notice.js';
export {
  fitsForm,
  isPublicValueForm,
  PUBLIC_VALUE_FORMS,
  type NamedPublicValue,
  type PublicValueForm,
  type ReadPublicValue,
} from './public-value.js';
export { draw, type DrawInput, type DrawResult, type RankedEntry } from './ranking.js';
export { drawFile, drawNotice, freezeList, type ListToFreeze } from './record-draw.js';
export { explainDraw, type DrawStepTold } from './draw-steps.js';
export { DRAW_REFUSALS } from './refusals.js';
export { verifyDrawFile, type PublishedHashes } from './verify.js';
