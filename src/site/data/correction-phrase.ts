import type { Correction } from '../../report/report.ts';

/**
 * Says what a correction changed, and why.
 *
 * @example correctionPhrase(correction) // '「审议」改为「审理」。扫描件误识。'
 */
export function correctionPhrase({
  old,
  new: mended,
  why,
}: Pick<Correction, 'old' | 'new' | 'why'>): string {
  const what = old === '' ? `补入「${mended}」` : `「${old}」改为「${mended}」`;
  return `${what}。${why}${/[。！？.!?]$/.test(why) ? '' : '。'}`;
}
