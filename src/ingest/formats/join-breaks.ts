/**
 * Take out the breaks that only lay out a line: those inside a centred title, and those in the
 * middle of a sentence.
 */
export function joinBreaks(text: string, { isHeading }: { readonly isHeading: boolean }): string {
  const [first = '', ...rest] = text.split('\n');
  return rest.reduce((before, line) => {
    const last = before.slice(before.lastIndexOf('\n') + 1).trim();
    const next = line.trim();
    const isOpen = /[，、（“《〈—]$/u.test(last) || /^[，、。；：）”》〉]/u.test(next);
    const isTitle =
      isHeading &&
      last !== '' &&
      next !== '' &&
      !/[〕）\])号。：:]$/u.test(last) &&
      !/^[（(【\d]{0,1}(?:19|20)\d\d年\d/u.test(next) &&
      !/^[（(【]/u.test(next);
    return isOpen || isTitle ? before + line : `${before}\n${line}`;
  }, first);
}
