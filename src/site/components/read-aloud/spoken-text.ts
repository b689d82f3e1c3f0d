/** Gives what a voice reads of a block: its words, without what stands beside them for the eye. */
export function spokenText(block: Element): string {
  const copy = block.cloneNode(true) as Element;
  for (const beside of copy.querySelectorAll('a.mark, .correction-mark')) beside.remove();
  return (copy.textContent ?? '').trim();
}
