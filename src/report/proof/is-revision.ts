/**
 * Tells whether a text that is much like one that is held says something else: then it is another
 * version of the document, not another copy.
 *
 * Copies on other sites lose marks and now and then a character, so only other figures tell there.
 * On the same page any other word does. White space, marks and widths never do.
 */
export function isRevision(
  held: string,
  other: string,
  { isSamePage }: { readonly isSamePage: boolean },
): boolean {
  const words = [held, other].map((text) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''));
  if (words[0] === words[1]) return false;
  const [figures, others] = words.map((text) => text.replace(/\P{Nd}/gu, ''));
  return isSamePage || figures !== others;
}
