/** A printed line of the report as the page holds it: the text nodes that make it up, in order. */
export type PrintedLine = readonly Text[];

/**
 * Collects the report's printed lines from its page: title, headings, paragraphs.
 * A run-in heading and its first paragraph are one line, as they are in the searched text; words
 * of ours are left out.
 */
export function printedLines(page: ParentNode): PrintedLine[] {
  const blocks = page.querySelectorAll(
    '[data-printed-title], [data-report-text] :is(h2, h3, h4, h5, h6, p):not(aside *, .supplied *)',
  );
  const lines: Text[][] = [];
  let isRunIn = false;
  for (const block of blocks) {
    const nodes = textNodes(block);
    const last = lines.at(-1);
    if (isRunIn && last !== undefined) last.push(...nodes);
    else lines.push(nodes);
    isRunIn = block.hasAttribute('data-run-in');
  }
  return lines;
}

function textNodes(block: Element): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text && node.parentElement?.closest('.supplied') === null) nodes.push(node);
  return nodes;
}
