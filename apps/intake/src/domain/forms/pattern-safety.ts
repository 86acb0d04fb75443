/** How many ways a matcher may try at most before it gives up on a text. */
export const MOST_WAYS = 5_000;

/**
 * How many ways a backtracking matcher has through a pattern, for texts of at most `longest` characters; undefined where the pattern
 * is not of the kind that can be counted. Patterns come from whoever writes a form, texts from whoever fills it in: counted ways
 * keep the two from stopping the service together (ReDoS). What can be counted is `^…$` of literals, classes, groups, alternatives and
 * quantifiers, without references and without looking ahead or back.
 */
export function waysThrough(pattern: string, longest: number): number | undefined {
  if (!isPattern(pattern)) return undefined;
  const [, body] = /^\^(.*)\$$/s.exec(pattern) ?? [];
  if (body === undefined) return undefined;
  const reader = new Counting(body, longest);
  const ways = reader.alternatives();
  // At the outermost level alternatives would come free of the anchors: `^a|b$`.
  return reader.isDone() && !reader.hadOuterAlternatives ? ways : undefined;
}

const isPattern = (pattern: string): boolean => {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
};

class Counting {
  private at = 0;
  private depth = 0;
  hadOuterAlternatives = false;

  constructor(
    private readonly text: string,
    private readonly longest: number,
  ) {}

  isDone(): boolean {
    return this.at === this.text.length;
  }

  alternatives(): number | undefined {
    let total = 0;
    for (;;) {
      const ways = this.sequence();
      if (ways === undefined) return undefined;
      total += ways;
      if (!this.takes('|')) return total;
      if (this.depth === 0) this.hadOuterAlternatives = true;
    }
  }

  private sequence(): number | undefined {
    let product = 1;
    while (!this.isDone() && !'|)'.includes(this.next())) {
      const atom = this.atom();
      const ways = atom === undefined ? undefined : this.repeated(atom);
      if (ways === undefined) return undefined;
      product *= ways;
    }
    return product;
  }

  private atom(): number | undefined {
    if (this.takes('(')) return this.group();
    const [found] = ATOM.exec(this.text.slice(this.at)) ?? [];
    if (found === undefined) return undefined;
    this.at += found.length;
    return 1;
  }

  private group(): number | undefined {
    if (this.takes('?') && !this.takes(':')) return undefined;
    this.depth += 1;
    const ways = this.alternatives();
    this.depth -= 1;
    return ways !== undefined && this.takes(')') ? ways : undefined;
  }

  private repeated(ways: number): number {
    const [found, least, comma, most] = QUANTIFIER.exec(this.text.slice(this.at)) ?? [];
    if (found === undefined) return ways;
    this.at += found.length;
    const [from, to] = this.bounds(found.charAt(0), { least, comma, most });
    let total = 0;
    for (let times = from; times <= to && total <= MOST_WAYS; times += 1) total += ways ** times;
    return total;
  }

  private bounds(
    sign: string,
    { least, comma, most }: Partial<Record<'least' | 'comma' | 'most', string>>,
  ): readonly [number, number] {
    if (sign === '?') return [0, 1];
    if (sign === '*') return [0, this.longest];
    if (sign === '+') return [1, this.longest];
    const from = Number(least);
    if (comma === undefined) return [from, from];
    return [from, most === undefined || most === '' ? Math.max(from, this.longest) : Number(most)];
  }

  private next(): string {
    return this.text.charAt(this.at);
  }

  private takes(sign: string): boolean {
    if (this.next() !== sign) return false;
    this.at += 1;
    return true;
  }
}

/** One character, or a class of characters. No `\b`, and no reference to what was matched before. */
const ATOM =
  /^(?:\\(?:[dDwWsS]|[pP]\{[A-Za-z_]+(?:=[A-Za-z_]+)?\}|u[0-9a-fA-F]{4}|[^A-Za-z0-9])|\[(?:\\.|[^\]\\])*\]|[^\\()[\]{}|?*+^$])/su;

const QUANTIFIER = /^(?:[?*+]|\{(\d{1,4})(?:(,)(\d{0,4}))?\})\??/;
