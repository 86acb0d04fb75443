import type { UnmetRule } from '@onewindow/kernel';
import type { HeldMaterial } from './application.js';
import { unmet } from './unmet.js';

/** What the bureau takes over of one material. */
const MOST_FILES = 20;

export const unmetOfCollected = (materials: readonly HeldMaterial[]): readonly UnmetRule[] =>
  materials
    .filter(({ files }) => files.length > MOST_FILES)
    .map(({ material, files }) =>
      unmet(
        'files-of-a-material',
        `材料“${material}”有${files.length}个文件，最多${MOST_FILES}个，请合并。`,
        `"${material}" has ${files.length} files, at most ${MOST_FILES} are taken; combine them.`,
        { path: 'materials' },
      ),
    );
