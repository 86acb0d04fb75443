import {
  refuseWhenUnmet,
  type Answers,
  type Change,
  type Instant,
  type Person,
  type UnmetRule,
} from '@onewindow/kernel';
import type { CorrectionPolicy, WorkingCalendar } from '@onewindow/statutory-clock';
import {
  allMaterialsAsked,
  filesOf,
  type AnswerRemark,
  type Application,
  type ApplicationEvent,
  type CorrectionNotice,
  type CorrectionRemark,
} from './application.js';
import { applicationLifecycle } from './application-lifecycle.js';
import { changedFields } from './catalogue/comparison.js';
import {
  answersRemarked,
  unmetOfAnswerRemarks,
  unmetOfCorrectedAnswers,
} from './corrected-answers.js';
import type { SchemaCheck } from './forms/answers.js';
import { unmetOfCollected } from './files-of-material.js';
import { collect, unmetOfHandedIn, type HandedIn } from './filing.js';
import { askedAgain } from './handed-up.js';
import { issue } from './papers.js';
import { intakeRefusals } from './refusals.js';
import { effectOfMissedCorrection, effectOfSilence } from './silence.js';
import { isOver, termFrom } from './terms.js';
import { repeated, unmet } from './unmet.js';

/** Gives the one complete correction notice 一次性告知 (许可法 32(四)). */
export function requestCorrection(
  application: Application,
  request: {
    readonly remarks: readonly CorrectionRemark[];
    /** What is wrong in the form. */
    readonly answers?: readonly AnswerRemark[];
    readonly noticeNumber: string;
    readonly issuedBy: string;
  },
  now: Instant,
  terms: {
    readonly workingDaysToCorrect: number;
    readonly workingDaysToAccept: number;
    readonly calendar: WorkingCalendar;
  },
): Change<Application, ApplicationEvent> {
  refuseWhenUnmet(askedAgain(application, request.remarks), (rules) =>
    intakeRefusals.refuse('correction-not-possible', rules),
  );
  const status = applicationLifecycle.next(application.status, 'requestCorrection');
  const { remarks, answers = [] } = request;
  refuseWhenUnmet(
    [
      ...unmetForNotice(application, remarks, now),
      ...unmetOfAnswerRemarks(application, answers),
      ...(remarks.length + answers.length === 0 ? [NOTHING_REMARKED] : []),
    ],
    (rules) => intakeRefusals.refuse('correction-not-possible', rules),
  );
  const notice: CorrectionNotice = {
    number: request.noticeNumber,
    issuedAt: now,
    remarks,
    ...(answers.length > 0 && { answers }),
    correctBy: termFrom(
      now,
      { unit: 'working-day', days: terms.workingDaysToCorrect },
      terms.calendar,
    ),
    correctWithin: terms.workingDaysToCorrect,
  };
  const issued = issue(
    { ...application, status, correction: notice },
    {
      number: notice.number,
      kind: 'correction-notice',
      title: '补正告知书',
      issuedBy: request.issuedBy,
      issuedAt: now,
    },
    now,
  );
  return {
    state: issued.state,
    events: [{ type: 'correction-requested', notice }, ...issued.events],
  };
}

function unmetForNotice(
  application: Application,
  remarks: readonly CorrectionRemark[],
  now: Instant,
): readonly UnmetRule[] {
  const asked = new Map(allMaterialsAsked(application).map((each) => [each.code, each]));
  const named = remarks.map(({ material }) => material);
  const at = (material: string) => ({ path: `remarks.${named.indexOf(material)}.material` });
  const held = (material: string) => filesOf(application, material).length > 0;
  return [
    ...answerTermOver(application, now),
    ...repeated(named).map((material) =>
      unmet(
        'material-remarked-once',
        `材料“${material}”列了两次，请合并为一条。`,
        `"${material}" is listed twice; make it one remark.`,
        at(material),
      ),
    ),
    ...named
      .filter((material) => !asked.has(material))
      .map((material) =>
        unmet(
          'material-in-guide',
          `办事指南没有要求材料“${material}”，不得要求补正。`,
          `The guide does not ask for "${material}"; it may not be demanded.`,
          {
            ...at(material),
            source: '行政许可法 31',
          },
        ),
      ),
    ...remarks
      .filter(
        ({ material, problem }) =>
          asked.has(material) && (problem === 'missing') === held(material),
      )
      .map(({ material, problem }) =>
        problem === 'missing'
          ? unmet(
              'missing-is-missing',
              `材料“${material}”已提交，请写明错在哪里。`,
              `"${material}" was handed in; say what is wrong with it.`,
              at(material),
            )
          : unmet(
              'wrong-was-handed-in',
              `材料“${material}”未提交，请列为缺少。`,
              `"${material}" was not handed in; list it as missing.`,
              at(material),
            ),
      ),
    ...[...asked.values()]
      .filter(
        ({ code, necessity }) => necessity === 'required' && !held(code) && !named.includes(code),
      )
      .map(({ code, name }) =>
        unmet(
          'notice-is-complete',
          `必要材料“${name}”也未提交，须在这一次告知中一并列出。`,
          `The required "${name}" (${code}) is missing as well; the one notice has to list it.`,
          {
            path: 'remarks',
            source: '行政许可法 32(四)',
          },
        ),
      ),
  ];
}

const NOTHING_REMARKED = unmet(
  'notice-says-something',
  '请列出需要补正的材料或填报内容。',
  'List what has to be corrected: materials, or answers of the form.',
  { path: 'remarks', source: '行政许可法 32(四)' },
);

export const isCorrectionTermOver = ({ correction }: Application, now: Instant): boolean =>
  correction !== undefined && isOver(correction.correctBy, now);

/** After the term the application counts as accepted, whether or not that is recorded yet. */
export const answerTermOver = (application: Application, now: Instant): readonly UnmetRule[] =>
  effectOfSilence(application, now) !== null
    ? [
        unmet(
          'within-the-answer-term',
          '答复期限已过，申请自收到之日起即为受理，不能再要求补正或不予受理。',
          'The term for an answer is over: the application counts as accepted from its receipt.',
          { source: '行政许可法 32(四)' },
        ),
      ]
    : [];

/** Takes the corrections in. A material that was wrong begins anew with the files handed in now. */
export function resubmit(
  application: Application,
  request: {
    readonly handedIn: readonly HandedIn[];
    readonly answers?: Answers;
    readonly by: Person;
  },
  now: Instant,
  terms: {
    readonly workingDaysToAccept: number;
    readonly missed: CorrectionPolicy;
    readonly calendar: WorkingCalendar;
    readonly checkAnswers: SchemaCheck;
  },
): Change<Application, ApplicationEvent> {
  const status = applicationLifecycle.next(application.status, 'resubmit');
  const { correction, items } = application;
  const remarks = correction?.remarks ?? [];
  const given = new Set(request.handedIn.map(({ material }) => material));
  const wrong = new Set(
    remarks.filter(({ problem }) => problem === 'wrong').map(({ material }) => material),
  );
  const materials = collect(application.materials, request.handedIn, items, wrong);
  refuseWhenUnmet(
    [
      ...correctionTermOver(application, terms.missed, now),
      ...unmetOfCollected(materials),
      ...unmetOfHandedIn(request.handedIn, request.by, items),
      ...unmetOfCorrectedAnswers(application, request.answers, terms.checkAnswers),
      ...answersRemarked(application, request.answers),
      ...remarks
        .filter(
          ({ material, problem }) =>
            !given.has(material) &&
            // A report that the market delivered meanwhile answers for itself.
            (problem === 'wrong' || filesOf(application, material).length === 0),
        )
        .map(({ material, explanation }) =>
          unmet(
            'every-remark-answered',
            `还缺对“${material}”的补正：${explanation}`,
            `"${material}" is still to be corrected: ${explanation}`,
            {
              path: 'materials',
            },
          ),
        ),
    ],
    (rules) => intakeRefusals.refuse('resubmission-not-possible', rules),
  );
  return {
    state: {
      ...application,
      status,
      materials,
      ...(request.answers && { answers: request.answers }),
      answerBy: termFrom(
        now,
        { unit: 'working-day', days: terms.workingDaysToAccept },
        terms.calendar,
      ),
      answerWithin: terms.workingDaysToAccept,
      ...(correction && { correction: { ...correction, correctedAt: now } }),
    },
    events: [
      {
        type: 'corrections-received',
        materials: [...given],
        ...(request.answers && {
          answers: changedFields(application.answers ?? {}, request.answers),
        }),
      },
    ],
  };
}

/** Too late only where the place lets more follow than a reminder; what followed is in its own words. */
function correctionTermOver(
  application: Application,
  missed: CorrectionPolicy,
  now: Instant,
): readonly UnmetRule[] {
  const effect = effectOfMissedCorrection(application, missed, now);
  if (effect === null || effect.consequence === 'remind') return [];
  const { follows, article } = effect;
  return [
    unmet('within-the-correction-term', `${follows.zh}请重新申请。`, `${follows.en} Apply again.`, {
      source: article,
    }),
  ];
}
