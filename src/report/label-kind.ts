/** The kinds of printed numerals, the higher level first. */
const KINDS = [
  ['part', /^第.+(?:编|編|篇|部分)[：:、]?$/],
  ['chapter', /^第.+章[：:、]?$/],
  ['division', /^第.+[节節][：:、]?$/],
  ['han', /^[〇零一二三四五六七八九十百千]+[、.．]$/],
  ['han-bracket', /^[（(]?[〇零一二三四五六七八九十百千]+[）)][、.．]?$/],
  ['arabic', /^\d{1,3}[、.．]$/],
  ['arabic-bracket', /^[（(]?\d{1,3}[）)][、.．]?$/],
  ['circled', /^[①-⑳]$/],
] as const satisfies readonly (readonly [string, RegExp])[];

export type LabelKind = (typeof KINDS)[number][0];

/**
 * Tells of what kind a printed numeral is, and how high that kind usually stands.
 *
 * @param label as `splitLabel` gives it
 * @returns `rank` from 0, the highest; `undefined` for 第X条, which numbers a provision, no heading
 */
export function labelKind(label: string): { kind: LabelKind; rank: number } | undefined {
  const rank = KINDS.findIndex(([, pattern]) => pattern.test(label));
  const kind = KINDS[rank]?.[0];
  return kind === undefined ? undefined : { kind, rank };
}
