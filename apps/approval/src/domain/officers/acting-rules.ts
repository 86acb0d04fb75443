import type { UnmetRule } from '@onewindow/kernel';
import type { ActSituation } from './act.js';
import { isOnLeave } from './leave.js';
import { relationTo, tookPartInQuashed } from './recusal.js';

/** Everything that stands in the way of an act, said together. */
export const unmetForActing = (situation: ActSituation): UnmetRule[] =>
  rules.flatMap((rule) => rule(situation) ?? []);

type Rule = (situation: ActSituation) => UnmetRule | undefined;

/** A head acts by the office; whoever else acts is published with the competence for it. */
const inPost: Rule = ({ standing: { officer }, agency, byOffice }) => {
  if (byOffice && officer === undefined) return undefined;
  if (officer?.agency === agency.agency && officer.status === 'in-post') return undefined;
  return {
    rule: 'officer-in-post',
    source: '行政许可法 22',
    message: {
      zh: `您不在${agency.agencyName}公布的在岗人员之列，请本机关负责人先行公布。`,
      en: `You are not among the officers in post of ${agency.agencyName}; its head has to publish you first.`,
    },
  };
};

const notRecused: Rule = ({ standing: { officer, matter, now } }) => {
  const relation = officer && relationTo(officer, matter, now);
  return (
    relation && {
      rule: 'not-recused',
      source: '公务员法 76',
      message: {
        zh: `您与申请人“${matter.applicant.name}”有应当回避的关系（${relation.reason}），请由本机关负责人另行指派。`,
        en: `You stand back from the matters of "${matter.applicant.name}" (${relation.reason}); the head has to assign somebody else.`,
      },
    }
  );
};

const notInvolvedBefore: Rule = ({ standing: { rules: place }, track, person }) =>
  place.quashedByAnother && tookPartInQuashed(track, person.id)
    ? {
        rule: 'not-of-the-quashed-decision',
        message: {
          zh: '原决定已被撤销，参与作出原决定的人员不再办理，请由本机关负责人另行指派。',
          en: 'The decision was quashed; whoever took part in it does not handle it again, so the head has to assign somebody else.',
        },
      }
    : undefined;

const withinAuthority: Rule = ({ authority, byOffice, track }) =>
  authority !== undefined || byOffice
    ? undefined
    : {
        rule: 'within-authority',
        source: '行政许可法 24',
        message: {
          zh: `您没有办理“${track.itemName}”的这项职权，或者授权已经到期、撤销；请由有权人员办理，或者先取得授权。`,
          en: `This act on "${track.itemName}" is beyond your authority, or the authorisation has ended; somebody else has to do it, or authorise you first.`,
        },
      };

const notOnLeave: Rule = ({ standing: { officer, now } }) =>
  officer && isOnLeave(officer, now)
    ? {
        rule: 'not-on-leave',
        message: {
          zh: '您在休假期间，请先由负责人更正休假记录，或者移交工作。',
          en: 'You are on leave; the head has to correct the record first, or hand your work over.',
        },
      }
    : undefined;

const holdsTheTask: Rule = ({ task, person, byOffice, standing: { rules: place } }) => {
  if (task === undefined || byOffice || task.assignment?.officer === person.id) return undefined;
  if (task.assignment === undefined) return place.claimByActing ? undefined : CLAIM_FIRST;
  const { name } = task.assignment;
  return {
    rule: 'holds-the-task',
    path: task.stage,
    message: {
      zh: `本环节由${name}承办；需要改派的，请由本机关负责人办理。`,
      en: `${name} has this task; the head may assign it to somebody else.`,
    },
  };
};

/** An act that belongs to no stage by itself takes none from the pool at random. */
const stageChosen: Rule = ({ choices, byOffice }) => {
  if (choices === undefined || byOffice) return undefined;
  const listed = (between: string) =>
    choices.map(({ stage, name }) => `${name} (${stage})`).join(between);
  return {
    rule: 'stage-chosen',
    path: 'stage',
    message: {
      zh: `同时有多个环节无人承办：${listed('、')}。请先领取您要办理的环节。`,
      en: `Several stages are in the pool: ${listed(', ')}. Claim the one that you do first.`,
    },
  };
};

const CLAIM_FIRST: UnmetRule = {
  rule: 'holds-the-task',
  message: {
    zh: '本环节尚无人承办，请先领取任务。',
    en: 'Nobody has this task yet; claim it first.',
  },
};

const rules: readonly Rule[] = [
  inPost,
  notRecused,
  notInvolvedBefore,
  withinAuthority,
  notOnLeave,
  holdsTheTask,
  stageChosen,
];
