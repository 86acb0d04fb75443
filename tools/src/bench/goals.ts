/** A figure that the platform has to keep, and what was measured. */
export interface Goal {
  readonly what: string;
  readonly measured: number;
  /** Kept where the measured figure is below it. */
  readonly below: number;
  readonly unit: string;
}

export const isMet = ({ measured, below }: Goal): boolean => measured < below;

export const goalLine = (goal: Goal): string => {
  const { what, measured, below, unit } = goal;
  const figure = `${rounded(measured)}${unit} (below ${below}${unit})`;
  return `  ${isMet(goal) ? 'met   ' : 'MISSED'}  ${what}: ${figure}`;
};

const rounded = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(1);
