import type { FindCaseReply } from '../api/replies.js';
import { useSession } from '../session/use-session.js';
import { ActButtons } from './act-buttons.js';
import { useDeskWords } from './desk-words.js';
import { offerOn, type Offer } from './offers.js';

/** What is done with a case as a whole: the applicant withdraws, or the window for somebody at the desk; the head extends the joint term. */
export function CaseActs({ found }: { readonly found: FindCaseReply }) {
  const desk = useDeskWords();
  const session = useSession();
  const { caseNumber, tracks, jointTerm } = found;
  const open = tracks.filter(({ status }) => OPEN.includes(status));
  const offers: readonly Offer[] = [
    ...(open.length > 0
      ? withdrawalsBy(session?.person.roles ?? []).flatMap((button) =>
          offerOn(button, { caseNumber }, { fields: { items: itemsOf(open) } }),
        )
      : []),
    ...(jointTerm?.actions ?? []).flatMap((action) => offerOn(action, { caseNumber })),
  ];
  if (offers.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="of-case">
      <h2 id="of-case">{desk.wholeCase}</h2>
      <ActButtons offers={offers} label={desk.wholeCase} />
    </section>
  );
}

/** Whoever applies sees no case but those of the own enterprise. */
function withdrawalsBy(roles: readonly string[]): readonly string[] {
  if (roles.includes('window-clerk')) return ['withdraw-track'];
  return roles.includes('applicant') ? ['withdraw-own'] : [];
}

const OPEN: readonly FindCaseReply['tracks'][number]['status'][] = [
  'in-review',
  'suspended',
  'reviewed',
];

/** The items of this case by their names, in the place of codes. */
const itemsOf = (tracks: FindCaseReply['tracks']) => ({
  type: 'array',
  items: { enum: tracks.map(({ item }) => item) },
  titles: Object.fromEntries(tracks.map(({ item, itemName }) => [item, itemName])),
});
