import type { FindDrawReply, FindProjectReply, PublicList } from '@onewindow/contracts';
import type { DrawFile, FrozenList } from '@onewindow/draw';
import type { Actor } from '@onewindow/kernel';
import { shownContact } from './contact.js';
import { handles, isAwarded, isOperator, isOwner } from '../domain/may-see.js';
import { projectLifecycle, type ProjectAction } from '../domain/project-lifecycle.js';
import type { Project } from '../domain/project.js';
import { published } from '../domain/publicity.js';
import type { SignUp } from '../domain/sign-up-register.js';

/** A project as one person may see it. Of the sign-ups before closing there is nothing here but the asking agency's own. */
export function projectView(
  project: Project,
  actor: Actor,
  ownSignUp: SignUp | undefined,
): FindProjectReply {
  const { status, service, item, owner, list, publicValue } = project;
  const complete = handles(project, actor);
  const { contract, delivery } = complete ? project : published(project);
  return {
    projectNumber: project.id,
    status,
    actions: actionsFor(project, actor),
    title: project.title,
    scope: project.scope,
    service,
    ...(item && { item }),
    owner: { name: owner.name, creditCode: owner.creditCode },
    contact: shownContact(project.contact, complete),
    funds: project.funds,
    budgetFen: project.budgetFen,
    deliverWithinDays: project.deliverWithinDays,
    ...(project.urgentReason !== undefined && { urgentReason: project.urgentReason }),
    avoided: [...project.avoided],
    ...(project.excludesRelated && { excludesRelated: project.excludesRelated }),
    minimumSignUps: project.minimumSignUps,
    signUpUntil: project.signUpUntil,
    notice: project.notice,
    ...(ownSignUp && { ownSignUp: shownSignUp(ownSignUp) }),
    ...(list && { list: publicList(list) }),
    ...(publicValue && { publicValue: shownValue(publicValue) }),
    awards: [...project.awards],
    ...(contract && { contract }),
    ...(complete &&
      project.contractReturned !== undefined && { contractReturned: project.contractReturned }),
    ...(project.deliveryOverdueSince !== undefined && {
      deliveryOverdueSince: project.deliveryOverdueSince,
    }),
    ...(delivery && { delivery }),
    ...(project.ratingOfAgency && { ratingOfAgency: project.ratingOfAgency }),
    ...(project.ratingOfOwner && { ratingOfOwner: project.ratingOfOwner }),
    ...(project.end && { end: project.end }),
  };
}

export const publicList = (list: FrozenList): PublicList => ({
  frozenAt: list.frozenAt,
  entries: [...list.entries],
  excluded: list.excluded.map((each) => ({ ...each, reasons: [...each.reasons] })),
  hash: list.hash,
});

/** The file as `libs/draw` made it: not a word more or less, or its hash would not hold. */
export const drawView = (draw: DrawFile): FindDrawReply => ({
  ...draw,
  list: publicList(draw.list),
  ranking: [...draw.ranking],
});

const shownSignUp = ({ signedUpAt, withdrawnAt }: SignUp) => ({
  signedUpAt,
  ...(withdrawnAt !== undefined && { withdrawnAt }),
});

/** Which officers read the value is for the journal. */
const shownValue = ({
  value,
  source,
  readAt,
  confirmedAt,
}: NonNullable<Project['publicValue']>) => ({
  value,
  source,
  readAt,
  ...(confirmedAt !== undefined && { confirmedAt }),
});

const OF_OWNER: readonly ProjectAction[] = ['cancel', 'returnContract', 'signContract', 'rate'];
const OF_AWARDED: readonly ProjectAction[] = ['proposeContract', 'moveUp', 'deliver', 'rate'];
const OF_OPERATOR: readonly ProjectAction[] = ['cancel', 'exclude', 'enterValue', 'draw', 'annul'];

/** The buttons of the screen. */
function actionsFor(project: Project, actor: Actor): string[] {
  const offered: readonly ProjectAction[] = [
    ...(isOwner(project, actor) ? OF_OWNER : []),
    ...(isAwarded(project, actor) ? OF_AWARDED : []),
    ...(isOperator(actor, project.region) ? OF_OPERATOR : []),
  ];
  return projectLifecycle.actionsFrom(project.status).filter((each) => offered.includes(each));
}
