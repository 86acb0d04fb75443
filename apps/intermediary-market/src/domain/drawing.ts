import { drawFile, fitsForm } from '@onewindow/draw';
import { refuseWhenUnmet, type Change, type Instant, type UnmetRule } from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import { award } from './award.js';
import { projectLifecycle } from './project-lifecycle.js';
import type { Project, ProjectEvent } from './project.js';
import { marketRefusals } from './refusals.js';
import { unmet } from './unmet.js';

type Changed = Change<Project, ProjectEvent>;

export interface ValueReading {
  readonly publication: string;
  readonly issue: string;
  readonly value: string;
  readonly source: string;
  readonly by: string;
}

/** One officer enters the value that the notice named, and no other one. Entering it again before the second reading corrects it. */
export function enterValue(project: Project, reading: ValueReading, now: Instant): Changed {
  const status = projectLifecycle.next(project.status, 'enterValue');
  refuseWhenUnmet(unmetForReading(project, reading, now), (rules) =>
    marketRefusals.refuse('value-not-accepted', rules),
  );
  const { value, source, by } = reading;
  return {
    state: {
      ...project,
      status,
      publicValue: { value, source, readAt: now, enteredBy: by },
    },
    events: [{ type: 'public-value-entered', value, source }],
  };
}

function unmetForReading(
  { notice }: Project,
  { publication, issue, value }: ValueReading,
  now: Instant,
): readonly UnmetRule[] {
  const named = notice.publicValue;
  return [
    ...(publication === named.publication && issue === named.issue
      ? []
      : [
          unmet(
            'value-that-the-notice-names',
            `公告指定的是“${named.publication}”第${named.issue}期，不能用其他数值。`,
            `The notice names the issue ${named.issue} of "${named.publication}"; no other value counts.`,
            { path: 'issue' },
          ),
        ]),
    ...(fitsForm(value, named.form)
      ? []
      : [
          unmet(
            'value-in-the-named-form',
            `数值的写法不合公告指定的形式“${named.form}”，请按公布原样录入。`,
            `The value is not written in the form "${named.form}" that the notice names.`,
            { path: 'value' },
          ),
        ]),
    ...(now >= named.appearsAt
      ? []
      : [
          unmet(
            'value-has-appeared',
            '公开数值尚未公布。',
            'The public value has not appeared yet.',
            { path: 'value' },
          ),
        ]),
  ];
}

/**
 * A second officer reads the value for itself; where both agree the draw and the award are one change. The seed is
 * revealed in the draw file, from which everybody computes the same result.
 */
export function drawAndAward(
  project: Project,
  confirmation: { readonly value: string; readonly by: string; readonly seed: string },
  now: Instant,
  terms: { readonly contractWorkingDays: number; readonly calendar: WorkingCalendar },
): Changed {
  const status = projectLifecycle.next(project.status, 'draw');
  const { publicValue, notice, list } = project;
  const { value, by, seed } = confirmation;
  refuseWhenUnmet(unmetForConfirmation(project, value, by), (rules) =>
    marketRefusals.refuse('value-not-accepted', rules),
  );
  if (publicValue === undefined || list === undefined) {
    throw new TypeError(`project ${project.id} is drawn without a list or a value`);
  }
  const { publication, issue } = notice.publicValue;
  const { readAt } = publicValue;
  const draw = drawFile({
    notice,
    list,
    seed,
    publicValue: { publication, issue, value, readAt },
    drawnAt: now,
  });
  const drawn: Project = {
    ...project,
    status,
    publicValue: { ...publicValue, confirmedBy: by, confirmedAt: now },
    draw,
  };
  const awarded = award(drawn, 1, now, terms);
  return {
    state: awarded.state,
    events: [{ type: 'agency-drawn', drawHash: draw.hash }, ...awarded.events],
  };
}

function unmetForConfirmation(
  { publicValue }: Project,
  value: string,
  by: string,
): readonly UnmetRule[] {
  if (publicValue === undefined) {
    return [
      unmet(
        'value-entered-first',
        '公开数值尚未录入，请先由一名人员录入。',
        'No public value was entered yet; one officer enters it first.',
      ),
    ];
  }
  return [
    ...(publicValue.enteredBy === by
      ? [
          unmet(
            'two-officers',
            '录入与复核须由两名人员分别办理。',
            'The value is entered by one officer and confirmed by another.',
          ),
        ]
      : []),
    ...(publicValue.value === value
      ? []
      : [
          unmet(
            'both-readings-agree',
            '复核的数值与录入的数值不一致，请核对出处，有误的由录入人重新录入。',
            'The two readings differ; compare them with the source and let the first officer enter it again.',
            { path: 'value' },
          ),
        ]),
  ];
}
