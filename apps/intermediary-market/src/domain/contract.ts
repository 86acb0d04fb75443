import { refuseWhenUnmet, type Change, type Instant, type UnmetRule } from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import { projectLifecycle } from './project-lifecycle.js';
import type { Contract, HeldFile, Project, ProjectEvent } from './project.js';
import { marketRefusals } from './refusals.js';
import { workingDaysFrom } from './terms.js';
import { unmet } from './unmet.js';

type Changed = Change<Project, ProjectEvent>;

/** What the gateway certified about an upload, or why its receipt is not accepted. */
export type UploadReading =
  | { readonly file: HeldFile; readonly uploadedBy: string }
  | { readonly unreadable: readonly UnmetRule[] };

/** A receipt certifies what one person uploaded; in the hands of another one it certifies nothing. */
export function unmetForUpload(upload: UploadReading, account: string): readonly UnmetRule[] {
  if ('unreadable' in upload) {
    return upload.unreadable.map((rule) => ({ ...rule, path: 'fileReceipt' }));
  }
  return upload.uploadedBy === account
    ? []
    : [
        unmet(
          'own-upload',
          '文件由他人上传，请自行上传后提交。',
          'The file was uploaded by somebody else; upload it yourself.',
          { path: 'fileReceipt' },
        ),
      ];
}

/** The awarded agency confirms by handing in the contract that it signed. */
export function proposeContract(
  project: Project,
  proposal: {
    readonly amountFen: number;
    readonly upload: UploadReading;
    readonly account: string;
  },
  now: Instant,
): Changed {
  const status = projectLifecycle.next(project.status, 'proposeContract');
  const { amountFen, upload, account } = proposal;
  refuseWhenUnmet(
    [
      ...(amountFen <= project.budgetFen
        ? []
        : [
            unmet(
              'amount-within-budget',
              `合同金额不得超过公告预算（${project.budgetFen / 100}元）。`,
              `The amount is above the budget of the notice (${project.budgetFen / 100} yuan).`,
              { path: 'amountFen' },
            ),
          ]),
      ...unmetForUpload(upload, account),
    ],
    (rules) => marketRefusals.refuse('contract-not-possible', rules),
  );
  const { contractReturned: _, ...rest } = project;
  const contract: Contract = {
    number: `${project.id}-C`,
    amountFen,
    file: fileOf(upload),
    proposedAt: now,
  };
  return {
    state: { ...rest, status, contract },
    events: [{ type: 'contract-proposed', contract }],
  };
}

export function returnContract(project: Project, reason: string): Changed {
  const status = projectLifecycle.next(project.status, 'returnContract');
  const { contract: _, ...rest } = project;
  return {
    state: { ...rest, status, contractReturned: reason },
    events: [{ type: 'contract-returned', reason }],
  };
}

/** The owner signs the very file that the agency signed: its hash is named. The term for the report begins. */
export function signContract(
  project: Project,
  fileHash: string,
  now: Instant,
  calendar: WorkingCalendar,
): Changed {
  const status = projectLifecycle.next(project.status, 'signContract');
  const { contract } = project;
  if (contract === undefined) throw new TypeError(`project ${project.id} has no contract to sign`);
  refuseWhenUnmet(
    contract.file.hash === fileHash
      ? []
      : [
          unmet(
            'signed-as-proposed',
            '签订的文件与机构提交的合同不是同一份，请重新查看合同。',
            'The file is not the contract that the agency handed in; read it again.',
            { path: 'fileHash' },
          ),
        ],
    (rules) => marketRefusals.refuse('contract-not-possible', rules),
  );
  const deliverBy = workingDaysFrom(now, project.deliverWithinDays, calendar);
  return {
    state: { ...project, status, contract: { ...contract, signedAt: now, deliverBy } },
    events: [{ type: 'contract-signed', signedAt: now }],
  };
}

export function fileOf(upload: UploadReading): HeldFile {
  if ('unreadable' in upload) throw new TypeError('an unreadable receipt was not refused');
  return upload.file;
}
