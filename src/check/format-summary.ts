import type { CheckOutcome } from './check-content.ts';

/**
 * Sums a check up in its last line.
 *
 * @example formatSummary(outcome) // '5 of 5 reports complete, 0 errors, 1 warning'
 */
export function formatSummary({ messages, reports, complete }: CheckOutcome): string {
  const errors = messages.filter(({ severity }) => severity === 'error').length;
  const warnings = messages.length - errors;
  return `${complete} of ${count(reports, 'report')} complete, ${count(errors, 'error')}, ${count(warnings, 'warning')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
