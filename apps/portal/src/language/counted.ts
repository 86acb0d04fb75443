/** `1 item`, `2 items`: what English has and Chinese does not need. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
