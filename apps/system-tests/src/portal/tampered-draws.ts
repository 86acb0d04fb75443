import type { FindProjectReply } from '@onewindow/contracts';
import type { DrawFile } from '@onewindow/draw';

/** What the market would have to publish to give the award to somebody else. */
export interface Published {
  readonly draw: DrawFile;
  readonly project: FindProjectReply;
}

export interface Tampering {
  readonly what: string;
  with(published: Published): Published;
}

const reversed = <Thing>(things: readonly Thing[]): Thing[] => [...things].reverse();

/** Each change that a draw has to withstand, made to a real one. */
export const TAMPERINGS: readonly Tampering[] = [
  {
    what: 'the frozen list',
    with: ({ draw, project }) => ({
      project,
      draw: { ...draw, list: { ...draw.list, entries: draw.list.entries.slice(1) } },
    }),
  },
  {
    what: 'the seed',
    with: ({ draw, project }) => ({ project, draw: { ...draw, seed: 'ab'.repeat(32) } }),
  },
  {
    what: 'the result',
    with: ({ draw, project }) => ({
      project,
      draw: {
        ...draw,
        ranking: reversed(draw.ranking).map((each, index) => ({ ...each, place: index + 1 })),
      },
    }),
  },
  {
    what: 'the award alone',
    with: ({ draw, project }) => {
      const [, other] = draw.ranking;
      const { list } = project;
      const agency = list?.entries.find(({ creditCode }) => creditCode === other?.creditCode);
      const awards = project.awards.map((award) => ({ ...award, ...(agency && { agency }) }));
      return { draw, project: { ...project, awards } };
    },
  },
];
