/** What a reading takes on trust. */
export type Doubt =
  | 'gap'
  | 'bare'
  | 'matter of heading'
  | 'thing carried'
  | 'act carried'
  | 'noun elided'
  | 'part elided'
  | 'scope carried'
  | 'cell';

/** How often a reading with this doubt alone was right, on the marked sentences. */
const RIGHT: Readonly<Record<Doubt, number>> = {
  gap: 0.9,
  bare: 0.96,
  'matter of heading': 0.75,
  'thing carried': 0.95,
  'act carried': 0.85,
  'noun elided': 0.9,
  'part elided': 0.85,
  'scope carried': 0.97,
  cell: 0.95,
};
/** And without any: what was read of sentences that nobody had tuned to. */
const PLAIN = 0.98;

/**
 * Give how often a reading like this is right.
 *
 * The numbers are measured, not felt: `npm run bench -- figures` prints them beside what was found.
 */
export function confidenceOf(doubts: readonly Doubt[]): number {
  const share = doubts.reduce((product, doubt) => product * RIGHT[doubt], PLAIN);
  return Math.round(share * 100) / 100;
}
