/** Says that a line holds more of the same, so that one pasted line gives one message. */
export function andMore(count: number): string {
  return count === 0 ? '' : ` (and ${count} more on this line)`;
}
