/** What is wrong with one row, in words that name it. */
export interface JournalFault {
  readonly kind:
    | 'altered-entry'
    | 'erased-payload'
    | 'deleted-entry'
    | 'reordered-entry'
    | 'added-entry'
    | 'edited-aggregate'
    | 'lost-aggregate'
    | 'broken-positions'
    | 'unqueued-entry';
  readonly aggregate?: string;
  readonly aggregateId?: string;
  readonly version?: number;
  readonly message: string;
}
