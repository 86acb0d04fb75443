/** An amount in fen 分, a whole number: money is never a fraction. */
export type Fen = number & { readonly __fen: true };

export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of fen: ${amount}`);
  // Adding zero turns -0, which JSON cannot carry, into 0.
  return (amount + 0) as Fen;
}

/** Reads yuan as people write them (`1234.5`, `1,234.50`); more than two decimals throws a RangeError. */
export function fenFromYuan(text: string): Fen {
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (match === null) throw new RangeError(`not an amount in yuan: ${text}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  const amount = Number(whole.replaceAll(',', '')) * 100 + Number(fraction.padEnd(2, '0'));
  return fen(sign === '-' ? -amount : amount);
}

export function formatYuan(amount: Fen): string {
  const digits = Math.abs(amount).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

/** Throws a RangeError when a sum on the way is no longer exact. */
export const addFen = (...amounts: readonly Fen[]): Fen =>
  amounts.reduce<Fen>((sum, each) => fen(sum + each), fen(0));
