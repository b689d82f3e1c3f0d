/** What a reading takes on trust. */
export type Doubt =
  | 'no verb'
  | 'gap'
  | 'words before'
  | 'other act'
  | 'act after'
  | 'thing after'
  | 'rare unit'
  | 'number before unread'
  | 'bare'
  | 'matter of heading'
  | 'thing carried'
  | 'act carried'
  | 'noun elided'
  | 'part elided'
  | 'scope carried'
  | 'cell';

/**
 * How often a reading with this doubt was right, beside one with none, on the first readings of
 * marked sentences; where they were few, drawn towards what an editor would expect.
 */
const RIGHT: Readonly<Record<Doubt, number>> = {
  'no verb': 0.9,
  gap: 0.9,
  'words before': 0.94,
  'other act': 0.88,
  'act after': 0.9,
  'thing after': 0.9,
  'rare unit': 0.87,
  'number before unread': 0.96,
  bare: 0.92,
  'matter of heading': 0.75,
  'thing carried': 0.965,
  'act carried': 0.8,
  'noun elided': 0.92,
  'part elided': 0.85,
  'scope carried': 0.97,
  cell: 0.95,
};
/** And without any. */
const PLAIN = 0.985;

/**
 * Give how often a reading like this is right.
 *
 * The numbers are measured, not felt: `npm run bench -- figures` prints them beside what was found.
 */
export function confidenceOf(doubts: readonly Doubt[]): number {
  const share = doubts.reduce((product, doubt) => product * RIGHT[doubt], PLAIN);
  return Math.round(share * 100) / 100;
}
