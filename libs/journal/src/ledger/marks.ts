/** What a unit of work settles beside its changes, in the same transaction. */
export interface Marks {
  readonly receipt?: ReceiptMark;
  readonly inbox?: InboxMark;
  readonly deadline?: DeadlineMark;
  readonly parked?: ParkedMark;
  /** Id of a parked message that is handled by this. */
  readonly retried?: string;
}

/** A command as its caller named it: the same key gets the first answer again. */
export interface Receipt {
  readonly caller: string;
  readonly key: string;
  /** Tells another request under the same key apart, hex. */
  readonly requestHash: string;
}

export interface ReceiptMark extends Receipt {
  /** JSON text of the answer. */
  readonly answer: string;
}

export interface InboxMark {
  readonly producer: string;
  readonly position: number;
  readonly eventId: string;
}

export interface DeadlineMark {
  readonly aggregate: string;
  readonly id: string;
  readonly kind: string;
  readonly generation: number;
  /** Why the domain would not have it: the deadline is then kept as refused. */
  readonly refusal?: string;
}

export interface ParkedMark {
  readonly producer: string;
  readonly position: number | null;
  readonly aggregate: string;
  readonly aggregateId: string;
  readonly name: string;
  readonly message: object;
  readonly reason: string;
  /** It waits behind another parked message of the same aggregate. */
  readonly waits: boolean;
}
