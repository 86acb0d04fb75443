import type { CorrectionPolicy } from '@onewindow/statutory-clock';
import { correctionPolicy } from '../domain/missed-correction.js';
import type { IntakePlaceRules } from './ports.js';

export const correctionPolicyOf = ({
  correctionMissed,
  correctionMissedSource,
}: Pick<IntakePlaceRules, 'correctionMissed' | 'correctionMissedSource'>): CorrectionPolicy =>
  correctionPolicy(correctionMissed, correctionMissedSource);
