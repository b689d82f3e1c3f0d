/**
 * Drops names of other documents (《…》, 〈…〉) and their numbers (〔2016〕18号) from a text: their
 * places and years are not the text's own.
 */
export function outsideQuotes(text: string): string {
  let plain = text;
  for (;;) {
    const next = plain.replace(/《[^《》]*》|〈[^〈〉]*〉|[〔[]20\d\d[〕\]]\s*第?\d*号?/gu, '');
    if (next === plain) return plain;
    plain = next;
  }
}
