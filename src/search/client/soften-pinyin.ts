/**
 * Take from pinyin what many speakers and typists do not tell apart: zh, ch, sh and z, c, s; the
 * ends ng and n; l and n; ü, v and u.
 * @param pinyin small letters
 * @returns the letters that are left
 * @example soften('zheng') // 'zen'
 */
export function soften(pinyin: string): string {
  return pinyin
    .replaceAll(/([zcs])h/g, '$1')
    .replaceAll('ng', 'n')
    .replaceAll('l', 'n')
    .replaceAll(/[vü]/g, 'u');
}
