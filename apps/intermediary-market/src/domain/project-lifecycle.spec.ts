import {
  anUpload,
  APPEARED,
  aReading,
  at,
  calendar,
  CONFIRMATION,
  projectIn,
  terms,
  UPLOADER,
} from '../../test/fixtures.js';
import { giveUp } from './award.js';
import { cancel, close, exclude, fail } from './closing.js';
import { proposeContract, returnContract, signContract } from './contract.js';
import { deliver, rate } from './delivery.js';
import { drawAndAward, enterValue } from './drawing.js';
import { projectLifecycle, type ProjectAction } from './project-lifecycle.js';
import type { Project } from './project.js';

const NOW = at('05-13T10:00');
const SCORES = { quality: 5, timeliness: 4, attitude: 5, price: 3 };

/** What each action of the table is done by; giving up behind the last one is the same decision. */
const acts: Readonly<Record<ProjectAction, (project: Project) => unknown>> = {
  close: (project) => close(project, []),
  fail: (project) => fail(project, 'x', NOW),
  cancel: (project) => cancel(project, 'owner', 'x', at('05-01T10:00')),
  annul: (project) => cancel(project, 'operator', 'x', NOW),
  exclude: (project) =>
    exclude(project, project.list?.entries[0]?.creditCode ?? '', [], at('05-09T10:00')),
  enterValue: (project) => enterValue(project, aReading(), APPEARED),
  draw: (project) => drawAndAward(project, CONFIRMATION, APPEARED, terms),
  moveUp: (project) => giveUp(project, 'x', NOW, terms),
  proposeContract: (project) =>
    proposeContract(project, { amountFen: 1, upload: anUpload(), account: UPLOADER }, NOW),
  returnContract: (project) => returnContract(project, 'x'),
  signContract: (project) => signContract(project, 'a'.repeat(64), NOW, calendar),
  deliver: (project) => deliver(project, { upload: anUpload(), account: UPLOADER }, NOW),
  rate: (project) => rate(project, 'agency', SCORES),
};

// A cancellation is one decision: before closing it is the table's `cancel`, afterwards its `annul`.
const named = (action: ProjectAction, status: Project['status']) =>
  action === 'cancel' || action === 'annul'
    ? projectLifecycle.allows(status, 'cancel') || projectLifecycle.allows(status, 'annul')
    : projectLifecycle.allows(status, action);

const cells = projectLifecycle.states.flatMap((status) =>
  (Object.keys(acts) as ProjectAction[]).map((action) => ({ status, action })),
);
const skipped = ({ status, action }: (typeof cells)[number]) =>
  action === 'cancel' && status !== 'published' && named(action, status);

describe('The table of a project', () => {
  it.each(cells.filter((cell) => named(cell.action, cell.status) && !skipped(cell)))(
    'lets $action happen while it is $status',
    ({ status, action }) => {
      expect(() => acts[action](projectIn[status]())).not.toThrow();
    },
  );

  it.each(cells.filter(({ status, action }) => !named(action, status)))(
    'does not let $action happen while it is $status',
    ({ status, action }) => {
      expect(() => acts[action](projectIn[status]())).toThrow(
        /action-not-allowed-in-state|rating-not-possible/,
      );
    },
  );

  it('has nothing to do in what ended', () => {
    expect(projectLifecycle.actionsFrom('failed')).toEqual([]);
    expect(projectLifecycle.actionsFrom('cancelled')).toEqual([]);
  });
});
