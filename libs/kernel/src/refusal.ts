/** One sentence in the two languages of the platform; it says what to do, not only what is wrong. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

/** One requirement that a request does not meet. */
export interface UnmetRule {
  /** Stable name of the requirement, kebab-case: `site-plan-attached`. */
  readonly rule: string;
  readonly message: Message;
  /** Where in the request, as a dotted path: `materials.0.file`. */
  readonly path?: string;
  /** Article or document that asks for it: `行政许可法 32`. */
  readonly source?: string;
}

/** What sort of "no" it is; each edge maps the sort once (HTTP status, exit code). */
export type RefusalKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'unmet'
  | 'too-large'
  | 'too-many'
  | 'busy'
  | 'unavailable'
  | 'timeout'
  | 'internal';

export interface PlainRefusal {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly message: Message;
  readonly unmet: readonly UnmetRule[];
}

/** An expected "no": a stable code, what to do in both languages, and every requirement that is not met. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    readonly kind: RefusalKind,
    readonly messages: Message,
    readonly unmet: readonly UnmetRule[] = [],
  ) {
    super(
      [
        `${code}: ${messages.en}`,
        ...unmet.map((each) => `- ${each.rule}: ${each.message.en}`),
      ].join('\n'),
    );
  }

  /** Fields in one order, so that a refusal that was stored and read again is told in the same words and bytes. */
  toData(): PlainRefusal {
    return {
      code: this.code,
      kind: this.kind,
      message: inOrder(this.messages),
      unmet: this.unmet.map(({ rule, message, path, source }) => ({
        rule,
        ...(path !== undefined && { path }),
        message: inOrder(message),
        ...(source !== undefined && { source }),
      })),
    };
  }

  static fromData(data: PlainRefusal): Refusal {
    return new Refusal(data.code, data.kind, data.message, data.unmet);
  }
}

const inOrder = ({ zh, en }: Message): Message => ({ zh, en });

interface RefusalText extends Message {
  readonly kind: RefusalKind;
}

/** The refusals of one area, declared together so that codes and wordings can be read as a list. */
export function defineRefusals<const Table extends Readonly<Record<string, RefusalText>>>(
  table: Table,
) {
  return Object.freeze({
    table,
    /** Makes the refusal; the caller throws it. */
    refuse(code: keyof Table & string, unmet: readonly UnmetRule[] = []): Refusal {
      const text = Object.hasOwn(table, code) ? table[code] : undefined;
      if (text === undefined) throw new TypeError(`unknown refusal code ${code}`);
      return new Refusal(code, text.kind, { zh: text.zh, en: text.en }, unmet);
    },
  });
}

/** Throws the refusal when at least one rule is unmet: an applicant must not discover defects one at a time. */
export function refuseWhenUnmet(
  unmet: readonly UnmetRule[],
  refuse: (unmet: readonly UnmetRule[]) => Refusal,
): void {
  if (unmet.length > 0) throw refuse(unmet);
}
