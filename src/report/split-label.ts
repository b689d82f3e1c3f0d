const han = '[〇零一二三四五六七八九十百千]+';
const label = new RegExp(
  `^(?:第(?:${han}|\\d+)(?:[编編章节節条條篇]|部分)(?:\\s|(?=.))[：:、]?|${han}[、.．]|[（(]?(?:${han}|\\d{1,3})[）)][、.．]?|\\d{1,3}(?:[、．]|\\.(?!\\d))|[①-⑳])`,
);

/**
 * Takes the printed numeral with its mark off the head of a heading.
 *
 * @returns `label` without white space after it, `null` where none is printed; `rest` trimmed
 * @example splitLabel('（一）指导思想') // { label: '（一）', rest: '指导思想' }
 * @example splitLabel('10. 完善机制') // { label: '10.', rest: '完善机制' }
 */
export function splitLabel(text: string): { label: string | null; rest: string } {
  const found = label.exec(text)?.[0];
  return found === undefined
    ? { label: null, rest: text }
    : { label: found.trimEnd(), rest: text.slice(found.length).trimStart() };
}
