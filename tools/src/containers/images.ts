import { Composition } from './composition.js';
import { docker } from './docker.js';

/** The images of the specs, beside those that somebody works with. */
export const SPEC_TAG = 'spec';
export const SPEC_IMAGES = [`onewindow:${SPEC_TAG}`, `onewindow-set-up:${SPEC_TAG}`] as const;

/** Builds the images of the specs, and tells how long that took and how large they are. */
export async function buildSpecImages(tell: (line: string) => void): Promise<void> {
  const began = performance.now();
  await new Composition({
    project: 'onewindow-spec-build',
    files: ['docker-compose.yml'],
    variables: { ONEWINDOW_TAG: SPEC_TAG },
  }).build();
  tell(`images built: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  for (const image of SPEC_IMAGES) {
    const bytes = Number(await docker('image', 'inspect', '--format', '{{.Size}}', image));
    tell(`${image}: ${Math.round(bytes / 1_000_000)} MB`);
  }
}
