import { JOURNAL_SERVICES, type Participant, type Topology } from '@onewindow/contracts';

/** Every deployed instance that keeps a journal, and so has a database. */
export const journalKeepers = ({ participants }: Topology): readonly Participant[] =>
  participants.filter(({ service }) => JOURNAL_SERVICES.some((each) => each === service));
