import type { ListOfficersReply, PersonView } from '../api/replies.js';
import type { FieldSchema } from './form/field-kinds.js';
import { offerOn, type Offer } from './offers.js';

export type Officer = ListOfficersReply['officers'][number];

/** What somebody may be authorised to do. */
const ACTS: FieldSchema = {
  type: 'array',
  minItems: 1,
  items: { enum: ['review', 'decide', 'decide-at-window'] },
};

/** What may be done about an officer: by the head, by colleagues who delegate their own authority (许可法 24), and by himself. */
export function offersAbout(
  { account }: Pick<Officer, 'account'>,
  person: PersonView,
  colleagues: readonly Officer[],
  byLoad: string,
): readonly Offer[] {
  const isHead = person.roles.includes('agency-head');
  const isSelf = account === person.id;
  const delegates = DELEGATING.some((role) => person.roles.includes(role));
  const authorise = (kind: string) =>
    offerOn(
      'authorise-officer',
      { account },
      {
        preset: { kind },
        fields: { acts: ACTS },
        required: ['reason'],
      },
    );
  return [
    ...(isHead ? offerOn('record-leave', { account }) : []),
    ...(isHead ? handOver(account, colleagues, byLoad) : []),
    ...(isHead && !isSelf ? authorise('chief-representative') : []),
    ...(!isHead && !isSelf && delegates ? authorise('delegation') : []),
    ...(isSelf || isHead ? offerOn('declare-relation', { account }) : []),
  ];
}

export type AuthorisationRow = NonNullable<Officer['authorisations']>[number];

/** An authority is taken back by whoever gave it and by the head, as the list says of each. */
export const revocationsOf = ({ account, authorisations = [] }: Officer): readonly Offer[] =>
  authorisations.flatMap(({ authorisationId, documentNumber, actions = [] }) =>
    actions.flatMap((action) =>
      offerOn(
        action,
        { account, authorisationId, about: documentNumber },
        { required: ['reason'] },
      ),
    ),
  );

const DELEGATING: readonly string[] = ['decision-officer', 'approver'];

/** All work goes to one colleague, or each task to whoever may have it and has least to do. */
function handOver(account: string, officers: readonly Officer[], byLoad: string): readonly Offer[] {
  const others = officers.filter((each) => each.inPost && each.account !== account);
  const to: FieldSchema = {
    enum: ['', ...others.map((each) => each.account)],
    titles: {
      '': byLoad,
      ...Object.fromEntries(others.map((each) => [each.account, each.name])),
    },
  };
  return offerOn('hand-over-work', { account }, { fields: { to } });
}
