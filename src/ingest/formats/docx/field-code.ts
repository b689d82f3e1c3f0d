/**
 * Give what a field without a result draws from its code: characters in circles (带圈字符), and
 * readings above characters (拼音指南), of which the characters are the text.
 */
export function showFieldCode(code: string): string | undefined {
  if (!/^\s*EQ\b/i.test(code)) return undefined;
  const circled = /\\o\s*\\ac\s*\([○□△◇]\s*[,，;]\s*([^()]+)\)/i.exec(code)?.[1]?.trim();
  if (circled !== undefined) {
    const number = Number(circled);
    return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : circled;
  }
  const base = /[,，;]\s*([^(),，;]*\p{Script=Han}[^()]*)\)\s*$/u.exec(code.trim())?.[1];
  return (
    base?.trim() ?? (code.replace(/^\s*EQ|\\[a-z*]+/gi, '').match(/[\p{L}\p{N}]+/gu) ?? []).join('')
  );
}
